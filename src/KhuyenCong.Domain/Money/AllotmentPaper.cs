namespace KhuyenCong.Domain.Money;

/// <summary>The paper by which budget was allotted.</summary>
public class AllotmentPaper : IAppendOnly
{
    public int Id { get; init; }

    public int AllotmentId { get; init; }

    /// <summary>The decision in the register; null for what a closing carries over.</summary>
    public int? DecisionId { get; init; }

    public Decisions.Decision? Decision { get; init; }

    /// <summary>Number and symbol of the paper, as text.</summary>
    public required string Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>Signed: a later paper may lower the budget.</summary>
    public required Vnd Amount { get; init; }

    public string? Note { get; init; }

    public required int RecordedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}
