using KhuyenCong.Services.Projects;

namespace KhuyenCong.Services.Settings;

/// <summary>Delegations, those that stand first, and the people to choose from.</summary>
/// <param name="Rows">Newest first within active, coming and past.</param>
/// <param name="Lenders">Who holds by role what can be lent.</param>
/// <param name="People">Every account that is not locked.</param>
public sealed record DelegationList(IReadOnlyList<DelegationRow> Rows, IReadOnlyList<NamedChoice> Lenders, IReadOnlyList<NamedChoice> People);

/// <summary>One delegation; it is active on a day of its own that nothing keeps it from lending on.</summary>
public sealed record DelegationRow(
    int Id, string FromName, string ToName, string Permission, DateOnly From, DateOnly Until, string LegalBasis, string RecordedBy, DateTime RecordedAt, DateTime? RevokedAt, string? RevokedBy,
    bool IsActive, bool MayRevoke, DelegationHold? Hold);
