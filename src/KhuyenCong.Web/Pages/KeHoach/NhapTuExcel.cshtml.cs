using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>Step 1: the annex workbook is given.</summary>
[Authorize(Policy = Permissions.PlansEdit)]
public sealed class NhapTuExcelModel(AnnexImportService imports) : PortalPage
{
    [BindProperty]
    public new IFormFile? File { get; set; }

    protected override string FormName => "";

    public IActionResult OnGet()
    {
        Title = "Nhập kế hoạch từ Excel";
        ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        await using var content = File?.OpenReadStream();
        var upload = content is null ? null : new FileUpload(File!.FileName, File.Length, content);
        var kept = await imports.UploadAsync(Actor, upload, stop);
        return Answer(kept, () => RedirectToPage("NhapTuExcelXemTruoc", new { id = kept.Value }));
    }
}
