using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Aliases;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;
using KhuyenCong.Web.Security.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>Steps 2 and 3: the annex as understood, what is asked about it, and the draft that is made of it.</summary>
[Costly]
[Authorize(Policy = Permissions.PlansEdit)]
public sealed class NhapTuExcelXemTruocModel(AnnexImportService imports, AnnexAliasService answers) : PortalPage
{
    public AnnexImport Import { get; private set; } = null!;

    public PreviewTable Table { get; private set; } = null!;

    [BindProperty]
    public NewPlanRequest Plan { get; set; } = new();

    [BindProperty(Name = "")]
    public PreviewReply Reply { get; set; } = new();

    protected override string FormName => "";

    public Task<IActionResult> OnGetAsync(int id, int? nam, int? dot, FundingSource? nguon, int? trang, CancellationToken stop)
    {
        ModelState.Clear(); // An address that cannot be read is as one that says nothing.
        return ShowAsync(id, new NewPlanRequest { Year = nam, Tranche = dot, Source = nguon }, trang ?? 1, stop);
    }

    /// <summary>Hands out the workbook with its findings as comments.</summary>
    public async Task<IActionResult> OnGetTepGhiChuAsync([FromServices] Services.Imports.Notes.AnnexNotesService notes, int id, int? nam, int? dot, FundingSource? nguon, CancellationToken stop)
    {
        var file = await notes.OpenAsync(Actor, id, new NewPlanRequest { Year = nam, Tranche = dot, Source = nguon }, stop);
        return Answer(file, () => File(file.Value.Content, file.Value.ContentType, file.Value.FileName));
    }

    /// <summary>Keeps what was answered and shows what the annex is with it.</summary>
    public async Task<IActionResult> OnPostApDungAsync(int id, CancellationToken stop)
    {
        var given = Reply.Given();
        if (Reply.TakesProposals) await imports.ProposeAsync(Actor, id, Plan, given, stop);
        return await KeepAsync(id, given, stop);
    }

    /// <summary>Takes an answer back, of one cell or of several alike; what else was typed is kept.</summary>
    public Task<IActionResult> OnPostBoAsync(int id, string? bo, CancellationToken stop) => KeepAsync(id, Reply.Without(bo), stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var kept = await answers.AnswerAsync(Actor, id, Plan.Year, Reply.Given(), Reply.Remembered(Reply.Given()), stop);
        if (!kept.IsDone) return await AnswerAsync(kept, () => Page(), () => ShowAsync(id, Plan, 1, stop));
        var draft = await imports.AcceptAsync(Actor, id, new AnnexAcceptance { Plan = Plan, AliasStamp = Reply.CachDoc }, stop);
        return await AnswerAsync(
            draft,
            () =>
            {
                Notify($"Đã tạo dự thảo «{draft.Value.Title}» gồm {draft.Value.Count} đề án, {PreviewTable.SumSentence(draft.Value)}.");
                return LocalRedirect(PreviewTable.AddressOf(draft.Value));
            },
            () => ShowAsync(id, Plan, 1, stop));
    }

    /// <summary>A question with what was sent and not kept.</summary>
    public PreviewAsk AskOf(AnnexQuestion question) => new(question, ModelState.IsValid ? null : Reply.Typed(question.Subject));

    private async Task<IActionResult> KeepAsync(int id, Dictionary<string, string> given, CancellationToken stop)
    {
        var kept = await answers.AnswerAsync(Actor, id, Plan.Year, given, Reply.Remembered(given), stop);
        if (kept.IsDone && Reply.WhyNotPlace() is { } misplaced) kept = Failure.Invalid(nameof(Reply.Place), misplaced);
        return await AnswerAsync(kept, () => LocalRedirect(PreviewAddress.Of(Request.PathBase + Request.Path, Plan)), () => ShowAsync(id, Plan, 1, stop));
    }

    private async Task<IActionResult> ShowAsync(int id, NewPlanRequest plan, int page, CancellationToken stop)
    {
        var result = await imports.PreviewAsync(Actor, id, plan, AnnexChoices.None, stop);
        return Answer(result, () =>
        {
            (Import, Plan, Title, Table) = (result.Value, result.Value.Plan, "Xem trước phụ lục", new PreviewTable(result.Value, Request.PathBase + Request.Path, page));
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb("Nhập từ Excel", "/ke-hoach/nhap-tu-excel"));
            return Page();
        });
    }
}
