using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>What a person chose in the preview: areas by cell (the same text below means the same), categories by group (from 0), the unit, the source.</summary>
public sealed record AnnexChoices
{
    public static readonly AnnexChoices None = new();

    public IReadOnlyDictionary<CellAddress, AreaChoice> Areas { get; init; } = new Dictionary<CellAddress, AreaChoice>();

    public IReadOnlyDictionary<int, string> Categories { get; init; } = new Dictionary<int, string>();

    public MoneyUnit? Unit { get; init; }

    /// <summary>What a row is, by its number.</summary>
    public IReadOnlyDictionary<int, AnnexLineKind> Rows { get; init; } = new Dictionary<int, AnnexLineKind>();

    /// <summary>What a column means, by its number; null where it is left out.</summary>
    public IReadOnlyDictionary<int, AnnexColumn?> Columns { get; init; } = new Dictionary<int, AnnexColumn?>();

    /// <summary>What was typed in place of a cell.</summary>
    public IReadOnlyDictionary<CellAddress, string> Typed { get; init; } = new Dictionary<CellAddress, string>();

    /// <summary>The sheet to read.</summary>
    public string? Sheet { get; init; }

    public FundingSource? Source { get; init; }
}
