namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>What a text says about how it is written, word by word.</summary>
internal sealed class Evidence
{
    private readonly Tally _tcvn3 = new();
    private readonly Tally _vni = new();

    private Evidence(string text)
    {
        IsUnreadable = Unreadable.IsIn(text);
        foreach (var word in LegacyWords.Of(text).Where(w => w.IsMarked)) Hear(word);
        if (Phrases.HaveHousehold(text)) _tcvn3.Add(new(true, true), isUnmistakable: false);
    }

    /// <summary>Something in it is no text any more, or Unicode read as Windows-1252.</summary>
    public bool IsUnreadable { get; }

    /// <summary>A sign amid the letters of a word that no table reads.</summary>
    public bool IsOdd { get; private set; }

    public TextState State
    {
        get
        {
            if (IsUnreadable) return TextState.Suspicious;
            var (tcvn3, vni) = (Is(_tcvn3), Is(_vni));
            if (tcvn3 != vni) return tcvn3 ? TextState.Tcvn3 : TextState.Vni;
            return tcvn3 || IsOdd || IsMixed || Hints(_tcvn3) || Hints(_vni) ? TextState.Suspicious : TextState.Clean;
        }
    }

    /// <summary>Parts are certainly of an old table, others certainly not.</summary>
    public bool IsMixed => _tcvn3 is { Unmistakable: > 0, Against: > 0 } || _vni is { Unmistakable: > 0, Against: > 0 };

    public static Evidence Of(string text) => new(text);

    /// <summary>Whether what is not certain may be of this table.</summary>
    public bool MayBe(LegacyEncoding encoding) => TallyOf(encoding) is { Against: 0 } tally && (tally.MayHave || tally.HasAny);

    /// <summary>The table cannot have written it.</summary>
    public bool IsForeignTo(LegacyEncoding encoding) => TallyOf(encoding) is { Against: > 0, Strong: 0 };

    private Tally TallyOf(LegacyEncoding encoding) => encoding == LegacyEncoding.Tcvn3 ? _tcvn3 : _vni;

    private static bool Is(Tally tally) => tally is { IsCertain: true, Against: 0 };

    private static bool Hints(Tally tally) => tally is { HasAny: true, Against: 0 };

    private void Hear(LegacyWord word)
    {
        if (Proper.IsOnlyUnicode(word))
        {
            _tcvn3.Oppose();
            _vni.Oppose();
            return;
        }

        var (tcvn3, vni) = (Reading.OfTcvn3(word), Reading.OfVni(word));
        if (Proper.Is(word))
        {
            _tcvn3.Doubt(tcvn3);
            _vni.Doubt(vni);
        }
        else
        {
            // «Thö» is a word by both; of what VNI pairs, TCVN3 makes none.
            _tcvn3.Add(vni.Fits ? tcvn3 with { IsStrong = false } : tcvn3, word.HasSign);
            _vni.Add(vni, isUnmistakable: true);
            if (tcvn3.Fits && !vni.Fits) _vni.Oppose();
            if (vni.Fits && !tcvn3.Fits) _tcvn3.Oppose();
            IsOdd |= !tcvn3.Fits && !vni.Fits && Unreadable.HasSignInside(word.Text);
        }
    }
}
