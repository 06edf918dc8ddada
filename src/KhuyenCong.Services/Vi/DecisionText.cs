using System.Globalization;
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

    /// <summary>A value as a correction keeps it, as people read it; nothing for none.</summary>
    public static string Shown(CorrectedField field, string? value) => value is null ? "" : field switch
    {
        CorrectedField.IssuedOn => ViDates.Day(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        CorrectedField.Capacity => Of(Enum.Parse<SigningCapacity>(value)),
        CorrectedField.Number or CorrectedField.Signatory or CorrectedField.SignatoryTitle or CorrectedField.LegalBases => value,
    };

    /// <summary>"KT. – Phó Giám đốc": the title, with the capacity before it unless the title says it already.</summary>
    public static string Title(SigningCapacity capacity, string title)
    {
        var sign = Of(capacity).Split(' ')[0];
        return capacity == SigningCapacity.Own || title.StartsWith(sign, StringComparison.OrdinalIgnoreCase) ? title : $"{sign} – {title}";
    }
}
