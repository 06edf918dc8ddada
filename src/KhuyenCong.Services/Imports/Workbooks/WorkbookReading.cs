using System.Diagnostics.CodeAnalysis;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>Either the content of a workbook or the reason why there is none.</summary>
public sealed record WorkbookReading(WorkbookContent? Content, WorkbookProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Content))]
    public bool IsRead => Content is not null;

    /// <summary>The sheet that holds too much; null where it is not known, or another problem.</summary>
    public SheetExcess? Excess { get; init; }

    public static WorkbookReading Of(WorkbookContent content) => new(content, null);

    public static WorkbookReading Failed(WorkbookProblem problem) => new(null, problem);
}
