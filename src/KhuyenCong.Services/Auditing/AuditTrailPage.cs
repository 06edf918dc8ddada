using KhuyenCong.Domain.Auditing;

namespace KhuyenCong.Services.Auditing;

/// <summary>Entries of the trail, the newest first, in people's words.</summary>
/// <param name="Rows">The entries.</param>
/// <param name="Older">What <see cref="AuditTrailFilter.Before"/> says for the next page; null on the last.</param>
/// <param name="People">Every account, for the filter.</param>
public sealed record AuditTrailPage(IReadOnlyList<AuditTrailRow> Rows, long? Older, IReadOnlyList<AuditTrailPerson> People);

/// <summary>One change of one row.</summary>
/// <param name="Number">The entry's number.</param>
/// <param name="At">UTC.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Entity">The entity's name.</param>
/// <param name="Key">Its key.</param>
/// <param name="Thing">The thing in words: "Đề án KC-2024-D1-07".</param>
/// <param name="Reason">Why.</param>
/// <param name="Fields">What changed.</param>
public sealed record AuditTrailRow(
    long Number, DateTime At, string Who, AuditAction Action, string Entity, string Key, string Thing, string? Reason, IReadOnlyList<AuditTrailField> Fields);

/// <summary>A field before and after; null where there is nothing.</summary>
public sealed record AuditTrailField(string Label, string? Before, string? After);

/// <summary>An account that may have acted.</summary>
public sealed record AuditTrailPerson(int Id, string Name);
