using KhuyenCong.Domain;

namespace KhuyenCong.Services;

/// <summary>The one result of every use case.</summary>
public class Result
{
    protected Result(Outcome outcome) => Outcome = outcome;

    public Outcome Outcome { get; }

    public bool IsDone => Outcome == Outcome.Done;

    /// <summary>Field errors when invalid.</summary>
    public IReadOnlyList<FieldError> Errors { get; protected init; } = [];

    /// <summary>Every unmet condition when refused.</summary>
    public IReadOnlyList<Refusal> Refusals { get; protected init; } = [];

    /// <summary>Both versions when stale.</summary>
    public StaleReport? Stale { get; protected init; }

    public static Result Done { get; } = new(Outcome.Done);

    public static implicit operator Result(Failure failure) => new(failure.Outcome)
    {
        Errors = failure.Errors, Refusals = failure.Refusals, Stale = failure.Stale,
    };
}

/// <summary>A result with a value when done.</summary>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    private Result(T value)
        : base(Outcome.Done) => _value = value;

    private Result(Failure failure)
        : base(failure.Outcome)
    {
        Errors = failure.Errors;
        Refusals = failure.Refusals;
        Stale = failure.Stale;
    }

    /// <exception cref="InvalidOperationException">The use case did not end as done.</exception>
    public T Value => IsDone ? _value! : throw new InvalidOperationException($"No value: the result is {Outcome}.");

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Failure failure) => new(failure);
}
