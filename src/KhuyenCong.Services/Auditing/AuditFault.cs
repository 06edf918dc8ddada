namespace KhuyenCong.Services.Auditing;

/// <summary>What does not agree.</summary>
public enum AuditFaultKind
{
    /// <summary>Entries are gone from the middle or the beginning.</summary>
    EntriesMissing,

    /// <summary>An entry does not bear its seal: it, or the entry before it, was changed.</summary>
    EntryChanged,

    /// <summary>An entry stands before the first one or after the last one that the head names.</summary>
    EntryExtra,

    /// <summary>The newest entries are gone: the head, or an exported head, knows of later ones.</summary>
    TailCut,

    /// <summary>The head does not name the last entry, or the trail differs from a head given by hand.</summary>
    HeadDiffers,

    /// <summary>The trail differs from a head exported earlier; the key is the export's day.</summary>
    ExportDiffers,

    /// <summary>An exported head cannot be read; the key is the export's day.</summary>
    ExportUnreadable,

    /// <summary>The row is not what its newest entry says.</summary>
    RowChanged,

    /// <summary>The row is gone without an entry that says so.</summary>
    RowMissing,

    /// <summary>The row came without an entry, or is back after its deletion.</summary>
    RowExtra,

    /// <summary>An entry found other values than the entries before it left, or hashed other ones than they tell: a falsified row was taken for true.</summary>
    HistoryBroken,

    /// <summary>An entry masks a secret although digests were in use already: an old version of the program wrote it.</summary>
    SecretMasked,

    /// <summary>Somebody signed, judged or recorded what, by the trail, that person had no right to at that moment.</summary>
    RightLacking,

    /// <summary>A table, column, index or constraint that the program expects is not there, or not so; the field says which.</summary>
    SchemaMissing,

    /// <summary>A trigger, view, index or constraint that the program does not know; the field says which.</summary>
    SchemaExtra,

    /// <summary>The list of applied migrations is not the program's.</summary>
    MigrationsDiffer,

    /// <summary>An exported head does not bear its seal; the key is the file.</summary>
    ExportForged,

    /// <summary>An exported head is gone: the one after it names it.</summary>
    ExportMissing,

    /// <summary>A counter is not the sum of the rows it counts.</summary>
    CounterDiffers,

    /// <summary>A kept file is gone from the store.</summary>
    FileMissing,

    /// <summary>A kept file is not the one that was given.</summary>
    FileChanged,

    /// <summary>A submitted text does not bear the hash that was approved.</summary>
    SubmissionDiffers,

    /// <summary>A signature is on another hash than its submission's.</summary>
    SignatureDiffers,
}

/// <summary>One thing that does not agree.</summary>
/// <param name="Kind">What does not agree.</param>
/// <param name="First">The first entry concerned; for a row its newest entry, 0 when there is none.</param>
/// <param name="Last">The last entry concerned.</param>
/// <param name="Entity">The row's entity; empty for entries.</param>
/// <param name="Key">The row's key; empty for entries.</param>
public sealed record AuditFault(AuditFaultKind Kind, long First, long Last, string Entity = "", string Key = "")
{
    /// <summary>The property concerned, or several, separated by commas; of a right the permission.</summary>
    public string Field { get; init; } = "";

    /// <summary>The amounts are kept back from whoever reads this.</summary>
    public bool IsReserved { get; init; }

    /// <summary>What the counter says, in đồng; null where it says nothing.</summary>
    public long? Kept { get; init; }

    /// <summary>What its rows add up to.</summary>
    public long? Counted { get; init; }
}
