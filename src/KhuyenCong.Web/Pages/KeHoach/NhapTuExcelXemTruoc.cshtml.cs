using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;
using KhuyenCong.Web.Security.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>Steps 2 and 3: the annex as understood, what is asked about it, and the draft that is made of it.</summary>
[Costly]
[Authorize(Policy = Permissions.PlansEdit)]
public sealed class NhapTuExcelXemTruocModel(AnnexImportService imports) : PortalPage
{
    // What proxies and servers take as an address without question.
    private const int LongestAddress = 3_500;

    public AnnexImport Import { get; private set; } = null!;

    public PreviewTable Table { get; private set; } = null!;

    [BindProperty]
    public NewPlanRequest Plan { get; set; } = new();

    [BindProperty]
    public string? WarningReason { get; set; }

    [BindProperty(Name = "o", SupportsGet = true)]
    public string[] Areas { get; set; } = [];

    [BindProperty(Name = "nhom", SupportsGet = true)]
    public string[] Groups { get; set; } = [];

    [BindProperty(Name = "don-vi", SupportsGet = true)]
    public string? Unit { get; set; }

    protected override string FormName => "";

    private AnnexChoices Choices => AnnexAnswers.Read(Areas, Groups, Unit);

    public Task<IActionResult> OnGetAsync(int id, int? nam, int? dot, FundingSource? nguon, [FromQuery(Name = "tat-ca")] bool all, CancellationToken stop)
    {
        // An address that cannot be read is as one that says nothing.
        ModelState.Clear();
        return ShowAsync(id, new NewPlanRequest { Year = nam, Tranche = dot, Source = nguon }, all, stop);
    }

    public Task<IActionResult> OnPostApDungAsync(int id, CancellationToken stop)
    {
        var address = AddressOf(Plan, all: false);
        if (address.Length <= LongestAddress) return Task.FromResult<IActionResult>(LocalRedirect(address));
        ModelState.Clear();
        return ShowAsync(id, Plan, all: false, stop);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var acceptance = new AnnexAcceptance { Plan = Plan, Choices = Choices, WarningReason = WarningReason };
        var draft = await imports.AcceptAsync(Actor, id, acceptance, stop);
        return await AnswerAsync(
            draft,
            () =>
            {
                Notify($"Đã tạo dự thảo «{draft.Value.Title}» gồm {draft.Value.Count} đề án, {PreviewTable.SumSentence(draft.Value)}.");
                return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"~/ke-hoach/{draft.Value.PlanId}"));
            },
            () => ShowAsync(id, Plan, all: false, stop));
    }

    /// <summary>The address that shows this preview again with its choices.</summary>
    public string AddressOf(NewPlanRequest plan, bool all) => PreviewAddress.Of(Request.PathBase + Request.Path, plan, Unit, Groups, Areas, all);

    private async Task<IActionResult> ShowAsync(int id, NewPlanRequest plan, bool all, CancellationToken stop)
    {
        var result = await imports.PreviewAsync(Actor, id, plan, Choices, stop);
        return Answer(result, () =>
        {
            Import = result.Value;
            Plan = Import.Plan;
            Table = new PreviewTable(Import.Preview, all);
            Title = "Xem trước phụ lục";
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb("Nhập từ Excel", "/ke-hoach/nhap-tu-excel"));
            return Page();
        });
    }
}
