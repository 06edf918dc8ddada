using System.Text.Json;
using KhuyenCong.Domain;
using KhuyenCong.Services;

namespace KhuyenCong.Racer;

/// <summary>What of a step has ended.</summary>
public enum RaceAct
{
    Proposed,
    Posted,
    Approved,
}

/// <summary>A line of the racer's output, written as soon as the service has answered.</summary>
/// <param name="Id">The step.</param>
/// <param name="Act">What of it has ended.</param>
/// <param name="Outcome">How; null when it threw.</param>
/// <param name="Refusals">Every reason when refused.</param>
/// <param name="Trouble">What was thrown, or which fields are invalid.</param>
public sealed record RaceAnswer(int Id, RaceAct Act, Outcome? Outcome, IReadOnlyList<RaceRefusal> Refusals, string? Trouble)
{
    public bool IsDone => Outcome == Services.Outcome.Done;

    public static RaceAnswer Of(int id, RaceAct act, Result result) => new(
        id, act, result.Outcome, [.. result.Refusals.Select(RaceRefusal.Of)], result.Errors.Count == 0 ? null : string.Join("; ", result.Errors.Select(e => e.Message)));

    public IEnumerable<Refusal> Reasons => Refusals.Select(r => r.Read());
}

/// <summary>A refusal with its amounts, on its way from one process to another.</summary>
public sealed record RaceRefusal(string Type, JsonElement Facts)
{
    public static RaceRefusal Of(Refusal refusal) => new(refusal.GetType().FullName!, JsonSerializer.SerializeToElement(refusal, refusal.GetType()));

    public Refusal Read() => (Refusal)Facts.Deserialize(typeof(Refusal).Assembly.GetType(Type, throwOnError: true)!)!;
}
