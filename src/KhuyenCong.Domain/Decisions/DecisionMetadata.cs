namespace KhuyenCong.Domain.Decisions;

/// <summary>What of a decision can be corrected, as it stands or as it shall be.</summary>
public sealed record DecisionMetadata(string Number, DateOnly? IssuedOn, string Signatory, string SignatoryTitle, SigningCapacity Capacity, string? LegalBases)
{
    public static DecisionMetadata Of(Decision decision) => new(
        decision.Number, decision.IssuedOn, decision.Signatory, decision.SignatoryTitle, decision.Capacity, decision.LegalBases);

    /// <summary>Each value as a correction keeps it: days as yyyy-MM-dd, the capacity by its name.</summary>
    public IReadOnlyList<(CorrectedField Field, string? Value)> Values =>
    [
        (CorrectedField.Number, Number),
        (CorrectedField.IssuedOn, IssuedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        (CorrectedField.Signatory, Signatory),
        (CorrectedField.SignatoryTitle, SignatoryTitle),
        (CorrectedField.Capacity, Capacity.ToString()),
        (CorrectedField.LegalBases, LegalBases),
    ];

    /// <summary>The fields in which two differ, with both values.</summary>
    public IEnumerable<(CorrectedField Field, string? Before, string? After)> DifferencesTo(DecisionMetadata other) =>
        Values.Zip(other.Values, (a, b) => (a.Field, a.Value, b.Value)).Where(d => !string.Equals(d.Item2, d.Item3, StringComparison.Ordinal));
}
