using System.Diagnostics.CodeAnalysis;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports;

/// <summary>Either the preview of an annex or the reason why the workbook holds none.</summary>
public sealed record AnnexReading(AnnexPreview? Preview, WorkbookProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Preview))]
    public bool IsRead => Preview is not null;
}
