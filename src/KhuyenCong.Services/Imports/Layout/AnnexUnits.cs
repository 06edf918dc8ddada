using KhuyenCong.Services.Imports.Amounts;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>The unit of each column of money: its own where its header states one, else the table's.</summary>
/// <param name="Table">The unit of the table; null while it is not known.</param>
/// <param name="Columns">The units that headers of columns state, by column.</param>
public sealed record AnnexUnits(MoneyUnit? Table, IReadOnlyDictionary<int, MoneyUnit> Columns)
{
    public static readonly AnnexUnits Unknown = new(null, new Dictionary<int, MoneyUnit>());

    /// <summary>Every unit in use, the table's first.</summary>
    public IReadOnlyList<MoneyUnit> All => [.. (Table is { } table ? new[] { table } : []).Concat(Columns.Values).Distinct()];

    public MoneyUnit? Of(int column) => Columns.TryGetValue(column, out var own) ? own : Table;
}
