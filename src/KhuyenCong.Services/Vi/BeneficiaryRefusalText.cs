using KhuyenCong.Domain;
using static KhuyenCong.Domain.People.BeneficiaryRefusals;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="Domain.People.BeneficiaryRefusals"/>.</summary>
internal static class BeneficiaryRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of the register's.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        TaxCodeTaken r => $"Mã số thuế {r.TaxCode} đã có ở đơn vị «{r.Name}». Dùng dòng đó, hoặc sửa mã số thuế.",
        IsMerged r => $"«{r.Name}» đã gộp vào đơn vị khác nên không sửa, không gộp tiếp được.",
        MergedWithItself => "Không gộp được một dòng với chính nó. Chọn dòng khác.",
        TaxCodesDiffer r => $"Hai dòng có mã số thuế khác nhau ({r.Kept} và {r.Merged}). Nếu đúng là một cơ sở đã đổi mã, đánh dấu xác nhận; nếu là hai cơ sở thì không gộp.",
        _ => null,
    };
}
