using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>What a person chose in the preview: areas by cell (the same text below means the same), categories by the cell of the group's title (without one, of its first project's name), the unit, the source.</summary>
public sealed record AnnexChoices
{
    public static readonly AnnexChoices None = new();

    public IReadOnlyDictionary<CellAddress, AreaChoice> Areas { get; init; } = new Dictionary<CellAddress, AreaChoice>();

    public IReadOnlyDictionary<CellAddress, string> Categories { get; init; } = new Dictionary<CellAddress, string>();

    /// <summary>The category of the projects without a group that have none of their own.</summary>
    public string? RestCategory { get; init; }

    public MoneyUnit? Unit { get; init; }

    /// <summary>What a row is, by its number.</summary>
    public IReadOnlyDictionary<int, AnnexLineKind> Rows { get; init; } = new Dictionary<int, AnnexLineKind>();

    /// <summary>What a column means, by its number; null where it is left out.</summary>
    public IReadOnlyDictionary<int, AnnexColumn?> Columns { get; init; } = new Dictionary<int, AnnexColumn?>();

    /// <summary>Columns that are the support of a budget year, by their numbers.</summary>
    public IReadOnlyDictionary<int, int> Years { get; init; } = new Dictionary<int, int>();

    /// <summary>What was typed in place of a cell.</summary>
    public IReadOnlyDictionary<CellAddress, string> Typed { get; init; } = new Dictionary<CellAddress, string>();

    /// <summary>The sheet to read.</summary>
    public string? Sheet { get; init; }

    /// <summary>Texts in TCVN3 or VNI are taken as they were converted.</summary>
    public bool ConvertsTexts { get; init; }

    /// <summary>Why the warnings of a kind are accepted.</summary>
    public IReadOnlyDictionary<AnnexProblemKind, string> Reasons { get; init; } = new Dictionary<AnnexProblemKind, string>();

    /// <summary>Which figure stands where a stated sum differs, by the cell that states it.</summary>
    public IReadOnlyDictionary<CellAddress, AnnexStanding> Standing { get; init; } = new Dictionary<CellAddress, AnnexStanding>();

    /// <summary>What was chosen of the two figures as they are now; null while open.</summary>
    public AnnexStanding? StandingOf(AnnexProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Cell is { } cell && Standing.GetValueOrDefault(cell) is { } chosen && chosen.AppliesTo(problem) ? chosen : null;
    }

    /// <summary>These, with others before them where both answer the same.</summary>
    public AnnexChoices Over(AnnexChoices others) => new()
    {
        Areas = Joined(Areas, others.Areas), Categories = Joined(Categories, others.Categories), Rows = Joined(Rows, others.Rows), Columns = Joined(Columns, others.Columns), Years = Joined(Years, others.Years),
        Typed = Joined(Typed, others.Typed), Unit = Unit ?? others.Unit, Sheet = Sheet ?? others.Sheet, Source = Source ?? others.Source,
        RestCategory = RestCategory ?? others.RestCategory, ConvertsTexts = ConvertsTexts || others.ConvertsTexts, Reasons = Joined(Reasons, others.Reasons), Standing = Joined(Standing, others.Standing),
    };

    private static Dictionary<TKey, TValue> Joined<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> first, IReadOnlyDictionary<TKey, TValue> second)
        where TKey : notnull => first.Concat(second.Where(s => !first.ContainsKey(s.Key))).ToDictionary(p => p.Key, p => p.Value);

    public FundingSource? Source { get; init; }
}
