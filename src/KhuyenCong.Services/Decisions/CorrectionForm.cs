using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Decisions;

/// <summary>A decision as the form of its correction shows it.</summary>
public sealed record CorrectionForm(int Id, DateOnly EffectiveFrom, DecisionMetadata Values)
{
    /// <summary>What the form carries, so that a correction made meanwhile is noticed.</summary>
    public string Seen => SeenOf(Values);

    /// <summary>The form before anything is typed.</summary>
    public CorrectionRequest Filled => new()
    {
        Number = Values.Number, IssuedOn = Values.IssuedOn is { } day ? ViDates.Day(day) : null, Signatory = Values.Signatory,
        SignatoryTitle = Values.SignatoryTitle, Capacity = Values.Capacity, LegalBases = Values.LegalBases, Seen = Seen,
    };

    internal static string SeenOf(DecisionMetadata values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', values.Values.Select(v => v.Value)))));
}
