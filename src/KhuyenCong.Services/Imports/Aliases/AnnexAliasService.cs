using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text.Legacy;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>Remembers answers of a preview for every later import of the office.</summary>
public sealed class AnnexAliasService(IDbContextFactory<AppDbContext> databases, AnnexAnswerService answering, FileStore store, TimeProvider clock)
{
    /// <summary>So many may be in use: each import reads them all.</summary>
    public const int Most = 1_000;

    /// <summary>Keeps what is answered, and remembers of it what is to be remembered: the answers are kept even where that is refused.</summary>
    public async Task<Result> AnswerAsync(Actor actor, int documentId, int? planYear, IReadOnlyDictionary<string, string> given, IReadOnlyCollection<string> remembered, CancellationToken stop)
    {
        var kept = await answering.AnswerAsync(actor, documentId, given, stop);
        return kept.IsDone && remembered.Count > 0 ? await RememberAsync(actor, documentId, planYear, remembered, stop) : kept;
    }

    /// <summary>Remembers what was answered to these subjects of an upload; a text that another person has explained otherwise stays as it is.</summary>
    /// <param name="actor">Who remembers: the uploader.</param>
    /// <param name="documentId">The upload.</param>
    /// <param name="planYear">The year of the plan to be made, whose places are meant; null for this year.</param>
    /// <param name="subjects">Which answers.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result> RememberAsync(Actor actor, int documentId, int? planYear, IReadOnlyCollection<string> subjects, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var document = await db.OwnWorkbookAsync(actor, documentId, stop);
                if (document is null || await store.WorkbookAsync(document.Sha256, stop) is not { } workbook) return Failure.NotFound;
                var answers = await db.AnnexAnswers.AsNoTracking().Where(a => a.DocumentId == documentId).OrderBy(a => a.Id).ToListAsync(stop);
                var texts = AnsweredTexts.Of(workbook, await AnnexImportService.ReferencesAsync(db, planYear ?? clock.Today().Year, stop), answers);
                var wanted = answers.Where(a => subjects.Contains(a.Subject, StringComparer.Ordinal)).Select(a => (Answer: a, About: texts.Of(a))).ToList();
                foreach (var (answer, about) in wanted) if (WhyNot(answer.Subject, about?.Text) is { } problem) return Failure.Invalid("nho", problem);
                if (wanted.Find(w => texts.ValueOf(w.Answer) is null).Answer is { } unread) return Failure.Invalid("nho", $"Chưa hiểu «{unread.Value}» nên chưa nhớ được cho các lần nhập sau.");
                return await AddAsync(db, actor, [.. wanted.Select(w => (w.About!.Value.Kind, w.About.Value.Text, texts.ValueOf(w.Answer)!)).DistinctBy(w => (w.Kind, AliasKey.Of(w.Text)))], stop);
            },
            stop);
    }

    private async Task<Result> AddAsync(AppDbContext db, Actor actor, List<(AnnexAliasKind Kind, string Text, string Value)> wanted, CancellationToken stop)
    {
        var keys = wanted.ConvertAll(w => AliasKey.Of(w.Text));
        var known = await db.AnnexAliases.AsNoTracking().Where(a => a.WithdrawnAt == null && keys.Contains(a.Key))
            .Select(a => new { a.Kind, a.Key, a.Value, By = db.Users.Where(u => u.Id == a.SavedById).Select(u => u.FullName).First() }).ToListAsync(stop);
        var refusals = new List<Refusal>();
        foreach (var (kind, text, value) in wanted)
        {
            var same = known.Find(k => k.Kind == kind && k.Key == AliasKey.Of(text));
            if (same is null) db.AnnexAliases.Add(new AnnexAlias { Kind = kind, Key = AliasKey.Of(text), Text = text, Value = value, SavedById = actor.UserId!.Value, SavedAt = clock.NowUtc() });
            else if (same.Value != value) refusals.Add(new AnnexRefusals.ReadOtherwise(AnnexAliasTexts.Of(kind), text, same.By));
        }

        if (refusals.Count > 0) return Failure.Refused(refusals);
        if (await db.AnnexAliases.CountAsync(a => a.WithdrawnAt == null, stop) + wanted.Count > Most) return Failure.Invalid("nho", $"Cơ quan đã lưu {VndFormat.Count(Most)} cách đọc; hãy thôi dùng bớt trước khi nhớ thêm.");
        await db.SaveAsync(actor, null, stop);
        return Result.Done;
    }

    private static string? WhyNot(string subject, string? text) =>
        text is null || AliasKey.Of(text).Length == 0 ? $"Tệp không có chữ để nhớ cho câu trả lời về {AnnexCarryTexts.NameOf(subject)}; bỏ chọn «Nhớ cho các lần nhập sau» ở câu này."
        : text.Length > AnnexAlias.LongestText ? $"Chữ ở {AnnexCarryTexts.NameOf(subject)} dài hơn {AnnexAlias.LongestText} ký tự nên không nhớ được cho các lần nhập sau."
        : LegacyText.IsMojibake(text) ? $"Chữ ở {AnnexCarryTexts.NameOf(subject)} đang ở bảng mã cũ (TCVN3, VNI) nên không nhớ được cho các lần nhập sau."
        : null;
}
