using KhuyenCong.Domain.Decisions;

namespace KhuyenCong.Services.Vi;

/// <summary>Words of decisions.</summary>
public static class DecisionText
{
    /// <summary>In which capacity a decision is signed, as papers abbreviate it.</summary>
    public static string Of(SigningCapacity capacity) => capacity switch
    {
        SigningCapacity.Own => "Ký trực tiếp",
        SigningCapacity.ForHead => "KT. (ký thay)",
        SigningCapacity.ByOrder => "TL. (thừa lệnh)",
        SigningCapacity.ByDelegation => "TUQ. (thừa ủy quyền)",
    };

    /// <summary>What of a decision can be corrected.</summary>
    public static string Of(CorrectedField field) => field switch
    {
        CorrectedField.Number => "Số, ký hiệu",
        CorrectedField.IssuedOn => "Ngày ban hành",
        CorrectedField.Signatory => "Người ký",
        CorrectedField.SignatoryTitle => "Chức vụ người ký",
        CorrectedField.Capacity => "Thể thức ký",
        CorrectedField.LegalBases => "Căn cứ",
    };
}
