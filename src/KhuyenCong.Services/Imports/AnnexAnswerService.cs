using KhuyenCong.Data;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Domain.Text.Legacy;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports.Findings;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports;

/// <summary>Keeps what the uploader of an annex answers in its preview, and takes it back.</summary>
public sealed class AnnexAnswerService(IDbContextFactory<AppDbContext> databases, FileStore store, TimeProvider clock)
{
    private const int Most = 4_000;

    /// <summary>Writes the answers that are given; a blank one takes back what was answered.</summary>
    public async Task<Result> AnswerAsync(Actor actor, int documentId, IReadOnlyDictionary<string, string> answers, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        if (answers.FirstOrDefault(a => a.Key.Length > AnnexAnswer.LongestSubject || a.Value.Length > AnnexAnswer.LongestValue) is { Key: { } longSubject }) return Failure.Invalid(FieldOf(longSubject), "Câu trả lời dài không quá 2.000 ký tự.");
        if (answers.FirstOrDefault(a => LegacyText.IsMojibake(a.Value)) is { Value: { } old } oldText) return Failure.Invalid(FieldOf(oldText.Key), $"Chữ «{old}» đang ở bảng mã cũ (TCVN3, VNI); hãy ghi bằng Unicode.");
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var document = await db.OwnWorkbookAsync(actor, documentId, stop);
                if (document is null) return Failure.NotFound;
                var known = await db.AnnexAnswers.Where(a => a.DocumentId == documentId).ToDictionaryAsync(a => a.Subject, StringComparer.Ordinal, stop);
                var changed = answers.Select(a => new KeyValuePair<string, string>(a.Key, Clean(a.Key, a.Value)))
                    .Where(a => known.GetValueOrDefault(a.Key)?.Value != a.Value && (a.Value.Length == 0 ? known.ContainsKey(a.Key) : AnnexAnswers.IsAnswer(a.Key, a.Value))).ToList();
                if (known.Count + changed.Count > Most) return Failure.Invalid("tl", "Đã trả lời quá nhiều; hãy sửa tệp trong Excel rồi tải lại.");
                var inFile = await InFileAsync(document, changed.Select(a => a.Key), known.GetValueOrDefault(AnnexAnswers.Sheet)?.Value, stop);
                foreach (var (subject, value) in changed) Write(db, known, new AnnexAnswer
                {
                    DocumentId = documentId, Subject = subject, Value = value, InFile = inFile.GetValueOrDefault(subject), AnsweredById = actor.UserId!.Value, AnsweredAt = clock.NowUtc(),
                });
                await db.SaveAsync(actor, null, stop);
                return Result.Done;
            },
            stop);
    }

    private static void Write(AppDbContext db, Dictionary<string, AnnexAnswer> known, AnnexAnswer answer)
    {
        if (!known.TryGetValue(answer.Subject, out var old)) db.AnnexAnswers.Add(answer);
        else if (answer.Value.Length == 0) db.AnnexAnswers.Remove(old);
        else (old.Value, old.InFile, old.AnsweredById, old.AnsweredAt) = (answer.Value, answer.InFile, answer.AnsweredById, answer.AnsweredAt);
    }

    private static string FieldOf(string subject) => AnnexAnswers.IsReason(subject) ? AnnexAnswers.Field(subject) : "tl";

    private static string Clean(string subject, string value) => (AnnexAnswers.CellOf(subject) is null && !AnnexAnswers.IsReason(subject) ? VietnameseText.Clean(value) : VietnameseText.CleanLines(value)) ?? string.Empty;

    // What stood there stays beside what was typed.
    private async Task<Dictionary<string, string>> InFileAsync(Document document, IEnumerable<string> subjects, string? sheetName, CancellationToken stop)
    {
        var cells = subjects.Select(s => (Subject: s, Cell: AnnexAnswers.CellOf(s))).Where(c => c.Cell is not null).ToList();
        if (cells.Count == 0 || await store.WorkbookAsync(document.Sha256, stop) is not { } workbook) return [];
        var sheet = AnnexReader.TableOf(workbook, new AnnexChoices { Sheet = sheetName })?.Grid.Sheet;
        return cells.Select(c => (c.Subject, Text: sheet?.Rows.FirstOrDefault(r => r.Number == c.Cell!.Value.Row)?.At(c.Cell!.Value.Column)?.Shown))
            .Where(c => c.Text is not null).ToDictionary(c => c.Subject, c => c.Text!.Length <= AnnexAnswer.LongestValue ? c.Text : c.Text[..AnnexAnswer.LongestValue], StringComparer.Ordinal);
    }
}
