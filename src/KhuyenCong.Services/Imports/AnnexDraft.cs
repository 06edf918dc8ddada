using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports;

/// <summary>The draft plan that was made of an annex, with its figures.</summary>
public sealed record AnnexDraft(int PlanId, string Title, int Count, Vnd Total, Vnd Support, Vnd Counterpart, Vnd Other);
