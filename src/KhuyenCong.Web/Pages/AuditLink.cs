namespace KhuyenCong.Web.Pages;

/// <summary>Names what «Xem nhật ký» leads to: <c>&lt;partial name="_AuditLink" model='new AuditLink("Plan", id)' /&gt;</c>.</summary>
/// <param name="Entity">The entity's name.</param>
/// <param name="Id">Its id.</param>
public sealed record AuditLink(string Entity, int Id);
