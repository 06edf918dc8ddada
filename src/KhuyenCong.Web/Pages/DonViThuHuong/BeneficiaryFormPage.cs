using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DonViThuHuong;

/// <summary>The form of a row of the register, on the page that adds and on the page that edits.</summary>
public abstract class BeneficiaryFormPage : PortalPage
{
    [BindProperty]
    public BeneficiaryRequest Input { get; set; } = new();

    /// <summary>The row that has the tax code already, so that the page leads to it.</summary>
    public BeneficiaryRefusals.TaxCodeTaken? Taken { get; private set; }

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<BeneficiaryKind>().Select(k => new SelectListItem(PeopleText.Of(k), k.ToString()));

    protected IActionResult AnswerForm(Result result, int? id, string notice)
    {
        Taken = result.Refusals.OfType<BeneficiaryRefusals.TaxCodeTaken>().FirstOrDefault();
        return Answer(result, () =>
        {
            Notify(notice);
            return Redirect($"/don-vi-thu-huong/{id ?? ((Result<int>)result).Value}");
        });
    }
}
