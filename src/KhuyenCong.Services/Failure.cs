using FluentValidation.Results;
using KhuyenCong.Domain;

namespace KhuyenCong.Services;

/// <summary>Any ending but done; converts into a <see cref="Result"/> of any kind.</summary>
public sealed record Failure
{
    private Failure(Outcome outcome) => Outcome = outcome;

    public Outcome Outcome { get; }

    public IReadOnlyList<FieldError> Errors { get; private init; } = [];

    public IReadOnlyList<Refusal> Refusals { get; private init; } = [];

    public StaleReport? Stale { get; private init; }

    public static Failure NotFound { get; } = new(Outcome.NotFound);

    public static Failure Forbidden { get; } = new(Outcome.Forbidden);

    /// <summary>The ending of one use case as the ending of another that rests on it.</summary>
    /// <exception cref="InvalidOperationException">It ended as done.</exception>
    public static Failure From(Result ended) => ended.IsDone
        ? throw new InvalidOperationException("A result that is done is no failure.")
        : new(ended.Outcome) { Errors = ended.Errors, Refusals = ended.Refusals, Stale = ended.Stale };

    /// <summary>The form could not be read into the request; the binder has told each field's error already.</summary>
    public static Failure Unreadable { get; } = new(Outcome.Invalid);

    public static Failure Invalid(ValidationResult validation) => new(Outcome.Invalid)
    {
        Errors = [.. validation.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorMessage))],
    };

    public static Failure Invalid(string field, string message) => new(Outcome.Invalid) { Errors = [new FieldError(field, message)] };

    public static Failure Invalid(IReadOnlyList<FieldError> errors) => new(Outcome.Invalid) { Errors = errors };

    public static Failure Refused(params IReadOnlyList<Refusal> refusals) => new(Outcome.Refused) { Refusals = refusals };

    public static Failure StaleContent(StaleReport report) => new(Outcome.Stale) { Stale = report };
}
