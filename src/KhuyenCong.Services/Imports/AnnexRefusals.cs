using KhuyenCong.Domain;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports;

/// <summary>Why an annex cannot become a draft.</summary>
public static class AnnexRefusals
{
    /// <summary>Cells that cannot be read or contradict each other.</summary>
    /// <param name="Count">How many faults.</param>
    /// <param name="Cells">Where, the first of them: "E17, I22".</param>
    public sealed record FaultsStand(int Count, string Cells) : Refusal;

    /// <summary>What the preview asks about an adjustment's annex is not answered yet.</summary>
    public sealed record AnswersMissing(int Count) : Refusal;

    /// <summary>It is not certain which columns hold the support before and after the adjustment.</summary>
    public sealed record AdjustmentUnclear : Refusal;

    /// <summary>No plan, or several plans, of the year are in force.</summary>
    public sealed record NoPlanInForce(int Year, int Count) : Refusal;

    /// <summary>Lines of an adjustment's annex do not agree with the plan.</summary>
    public sealed record DifferencesStand(int Count) : Refusal;

    /// <summary>Every support stays as it is.</summary>
    public sealed record NothingToAdjust : Refusal;

    /// <summary>The office already reads this text in another way.</summary>
    /// <param name="Kind">What the text is, in words.</param>
    /// <param name="Text">The text.</param>
    /// <param name="By">Who said how it is read.</param>
    public sealed record ReadOtherwise(string Kind, string Text, string By) : Refusal;

    /// <summary>A remembered reading counts that the person has not seen in the preview, or not as it is now.</summary>
    /// <param name="Texts">The texts that are read so.</param>
    public sealed record ReadingsMoved(string Texts) : Refusal;

    /// <summary>Every reason that stands in the annex itself.</summary>
    public static IReadOnlyList<Refusal> WhyNotAccept(AnnexPreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        if (preview.CanBeAccepted) return [];
        var cells = preview.Faults.Select(f => f.Cell).OfType<CellAddress>().Distinct().ToList();
        return [new FaultsStand(preview.Faults.Count, string.Join(", ", cells.Take(12)) + (cells.Count > 12 ? ", …" : string.Empty))];
    }

    /// <summary>What counts and was not shown: somebody remembered or changed it since.</summary>
    public static IReadOnlyList<Refusal> WhyNotAsShown(AnnexImport import, string? shown)
    {
        ArgumentNullException.ThrowIfNull(import);
        var seen = (shown ?? string.Empty).Split(',');
        var unseen = import.Aliases.Where(u => !seen.Contains(u.Alias.Stamp, StringComparer.Ordinal)).Select(u => $"«{u.Alias.Text}»").Distinct(StringComparer.Ordinal).ToList();
        return unseen.Count == 0 ? [] : [new ReadingsMoved(string.Join(", ", unseen.Take(5)))];
    }
}
