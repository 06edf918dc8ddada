namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>What the words of a text say for and against one of the old tables.</summary>
internal sealed class Tally
{
    private int _for;

    /// <summary>Words that only this table makes Vietnamese, and that nothing else would be.</summary>
    public int Strong { get; private set; }

    /// <summary>Words that this table cannot have written.</summary>
    public int Against { get; private set; }

    /// <summary>Has words that are Vietnamese as they stand and by this table too.</summary>
    public bool MayHave { get; private set; }

    public bool HasAny => _for > 0;

    /// <summary>One word may be a stranger's name; two are none.</summary>
    public bool IsCertain => Strong > 0 || _for > 1;

    /// <summary>Strong words that cannot stand among others either: with signs, or with pairs.</summary>
    public int Unmistakable { get; private set; }

    public void Add(Reading reading, bool isUnmistakable)
    {
        if (!reading.Fits) return;
        _for++;
        if (!reading.IsStrong) return;
        Strong++;
        if (isUnmistakable) Unmistakable++;
    }

    /// <summary>A word that is Vietnamese as it stands.</summary>
    public void Doubt(Reading reading)
    {
        if (reading.Fits) MayHave = true;
        else Against++;
    }

    public void Oppose() => Against++;
}
