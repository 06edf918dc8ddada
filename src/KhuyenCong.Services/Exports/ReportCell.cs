using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Exports;

/// <summary>One value of a report, with its type kept, so that screen and files show the same number.</summary>
public abstract record ReportCell
{
    private ReportCell()
    {
    }

    /// <summary>A cell without a value.</summary>
    public static ReportCell Empty { get; } = new Nothing();

    /// <summary>Address of the rows behind the figure, for the screen; files leave it out.</summary>
    public string? Href { get; init; }

    /// <summary>The number that sums add, in đồng or in things; null for what cannot be added.</summary>
    public long? Addend => this switch
    {
        Money money => money.Amount.Dong,
        Count count => count.Number,
        _ => null,
    };

    public static ReportCell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new Text(text);

    public static ReportCell Of(Vnd? amount) => amount is { } value ? new Money(value) : Empty;

    public static ReportCell Of(long number) => new Count(number);

    public static ReportCell Of(Share share) => new Percent(share);

    public static ReportCell Of(DateOnly? day) => day is { } value ? new Date(value) : Empty;

    /// <summary>The value as screens and prints show it; amounts in the given unit, which stands in the head.</summary>
    public string Show(AmountUnit unit) => this switch
    {
        Text text => text.Value,
        Money money => VndFormat.In(unit, money.Amount),
        Count count => VndFormat.Count(count.Number),
        Percent percent => percent.Share.ToString(),
        Date date => ViDates.Day(date.Day),
        _ => "",
    };

    /// <summary>True where a column of the kind may hold this cell.</summary>
    internal bool Fits(CellKind kind) => this switch
    {
        Text => kind == CellKind.Text,
        Money => kind == CellKind.Money,
        Count => kind == CellKind.Count,
        Percent => kind == CellKind.Percent,
        Date => kind == CellKind.Date,
        _ => true,
    };

    public sealed record Nothing : ReportCell;

    public sealed record Text(string Value) : ReportCell;

    public sealed record Money(Vnd Amount) : ReportCell;

    public sealed record Count(long Number) : ReportCell;

    public sealed record Percent(Share Share) : ReportCell;

    public sealed record Date(DateOnly Day) : ReportCell;
}
