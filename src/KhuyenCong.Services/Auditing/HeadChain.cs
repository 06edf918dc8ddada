namespace KhuyenCong.Services.Auditing;

/// <summary>Each head file names the one before it: what is gone from among them is found.</summary>
internal static class HeadChain
{
    public static IEnumerable<AuditFault> Faults(IReadOnlyList<ExportedHead> exports)
    {
        foreach (var export in exports.Where(e => e.IsGoneFromFirst)) yield return Fault(AuditFaultKind.ExportMissing, export) with { Field = export.Name };
        foreach (var export in exports.Where(e => !e.IsGenuine)) yield return Fault(AuditFaultKind.ExportForged, export);

        // Two nodes may have written a head in the same moment: either may be the one before.
        var listed = exports.Where(e => e is { Ordinal: not null, IsGenuine: true }).ToList();
        var places = listed.ToLookup(e => e.Ordinal!.Value, e => e.FileHash);
        foreach (var export in listed.Where(e => e.Ordinal > 1 && !places[e.Ordinal!.Value - 1].Contains(e.Previous, StringComparer.Ordinal)))
        {
            yield return Fault(AuditFaultKind.ExportMissing, export);
        }
    }

    private static AuditFault Fault(AuditFaultKind kind, ExportedHead export) => new(kind, 0, 0, Key: export.Name);
}
