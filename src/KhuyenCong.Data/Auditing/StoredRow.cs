namespace KhuyenCong.Data.Auditing;

/// <summary>A row as the database holds it, each column in its canonical text: what cannot be read as its type stands as it is.</summary>
public readonly struct StoredRow(CanonicalShape shape, string?[] texts)
{
    public CanonicalShape Shape => shape;

    /// <summary>Key values joined by "/".</summary>
    public string Key
    {
        get
        {
            var own = texts;
            return shape.Key.Count == 1 ? own[shape.Key[0]] ?? string.Empty : string.Join('/', shape.Key.Select(place => own[place]));
        }
    }

    /// <summary>The text of a property.</summary>
    public string? this[string property] => texts[shape.PlaceOf(property)];

    /// <summary>The whole number of a property; null when it is none.</summary>
    public long? Number(string property) =>
        long.TryParse(this[property], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The hash that the newest entry of an untouched row bears.</summary>
    public string Hash()
    {
        var own = texts;
        return CanonicalRow.HashOf(shape, place => own[place]);
    }

    /// <summary>The seal that this row, being an entry of the trail, bears when nobody touched it.</summary>
    public string Seal(string previousHash, AuditSeal seal) => CanonicalRow.SealOf(
        new CanonicalRow.EntryText(
            this["Action"], this["ActorId"], this["ActorName"], this["At"], this["Changes"], this["Entity"], this["EntityKey"], this["Number"], this["Reason"],
            this["RowHash"]),
        previousHash, seal);
}
