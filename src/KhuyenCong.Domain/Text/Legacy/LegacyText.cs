using System.Text;

namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>
/// Recognises text that was written for the fonts of TCVN3 or VNI, by itself and not by its font, and makes Unicode of it.
/// What could be Unicode is never taken for anything else.
/// </summary>
public static class LegacyText
{
    /// <summary>The table a text is certainly written by; null where none is.</summary>
    public static LegacyEncoding? Detect(string? text) => EncodingOf(Judge(text));

    public static LegacyEncoding? EncodingOf(TextState state) => state switch
    {
        TextState.Tcvn3 => LegacyEncoding.Tcvn3,
        TextState.Vni => LegacyEncoding.Vni,
        TextState.Clean or TextState.Suspicious => null,
    };

    /// <summary>What a text says about itself. Ask before cleaning it: TCVN3 writes a letter as a character that cleaning drops.</summary>
    public static TextState Judge(string? text) => IsPlain(text) ? TextState.Clean : Evidence.Of(Composed(text!)).State;

    /// <summary>
    /// The state of each text of one sheet, or of one column: where some are certainly of one table and none can only be
    /// Unicode, what may be either is of that table too; where the sheet is mixed, it is to be asked.
    /// </summary>
    public static IReadOnlyList<TextState> DetectAll(IEnumerable<string?> texts)
    {
        List<Evidence?> all = [.. texts.Select(t => IsPlain(t) ? null : Evidence.Of(Composed(t!)))];
        List<TextState> states = [.. all.Select(e => e?.State ?? TextState.Clean)];
        var found = states.Select(EncodingOf).OfType<LegacyEncoding>().Distinct().ToList();
        if (found.Count != 1) return states;
        var isMixed = all.Exists(e => e?.IsForeignTo(found[0]) == true);
        for (var at = 0; at < states.Count; at++)
        {
            if (all[at] is not { IsUnreadable: false } evidence || EncodingOf(states[at]) is not null || !evidence.MayBe(found[0])) continue;
            states[at] = isMixed ? TextState.Suspicious : found[0] == LegacyEncoding.Tcvn3 ? TextState.Tcvn3 : TextState.Vni;
        }

        return states;
    }

    /// <summary>The text in Unicode (NFC).</summary>
    /// <param name="text">As it was read from Windows-1252.</param>
    /// <param name="encoding">The table.</param>
    /// <param name="capitals">The font drew capitals alone, as .VnTimeH does.</param>
    public static string Convert(string text, LegacyEncoding encoding, bool capitals = false)
    {
        var seen = Composed(text);
        var converted = encoding == LegacyEncoding.Tcvn3 ? Tcvn3.RaiseCapitals(seen, Tcvn3.Convert(seen)) : Vni.Convert(seen, out _);
        return Composed(capitals ? converted.ToUpperInvariant() : converted);
    }

    /// <summary>True where a text is certainly no Unicode text: it must not be kept as it is.</summary>
    public static bool IsMojibake(string? text)
    {
        if (IsPlain(text)) return false;
        var evidence = Evidence.Of(Composed(text!));
        return evidence.IsUnreadable || evidence.IsMixed || EncodingOf(evidence.State) is not null;
    }

    private static bool IsPlain(string? text) => text is null || Ascii.IsValid(text);

    private static string Composed(string text) => VietnameseText.Normalize(text, NormalizationForm.FormC);
}
