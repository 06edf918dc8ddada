namespace KhuyenCong.Services.Imports.Findings;

/// <summary>What a preview may ask.</summary>
public enum AnnexQuestionKind
{
    Unit,
    Category,
    Area,
}
