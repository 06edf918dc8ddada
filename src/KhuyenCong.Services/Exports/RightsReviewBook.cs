using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Exports;

/// <summary>The matrix of accounts and permissions as a report.</summary>
public static class RightsReviewBook
{
    private const string Given = "x";

    /// <param name="rows">The accounts.</param>
    /// <param name="preparedBy">Who asked for it.</param>
    /// <param name="preparedAt">The UTC instant.</param>
    public static ReportBook Of(IReadOnlyList<AccountRow> rows, string preparedBy, DateTime preparedAt) => new()
    {
        Title = "RÀ SOÁT QUYỀN CỦA TÀI KHOẢN",
        SuperiorBody = "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK",
        IssuingBody = "SỞ CÔNG THƯƠNG",
        PlaceAndDate = "Đắk Lắk, " + ViDates.InFull(ViDates.DayOf(preparedAt)),
        Filters = "Mọi tài khoản, kể cả tài khoản đã khóa",
        AsOf = ViDates.DayOf(preparedAt),
        Notes = [$"«{Given}» là quyền theo vai trò, «{PermissionText.LentMark}» là quyền được ủy đang có hiệu lực."],
        Unit = AmountUnit.Dong,
        PreparedBy = preparedBy,
        PreparedAt = preparedAt,
        Tables = [new ReportTable("Tài khoản và quyền", [.. Columns()], [.. rows.Select(Row)]) { ShortTitle = "Quyền" }],
    };

    private static IEnumerable<ReportColumn> Columns() =>
    [
        new("name", "Họ tên", CellKind.Text, 24), new("email", "Email", CellKind.Text, 28), new("position", "Chức vụ", CellKind.Text, 24), new("roles", "Vai trò", CellKind.Text, 24),
        new("state", "Tình trạng", CellKind.Text, 18), new("factor", "Xác thực hai lớp", CellKind.Text, 10), new("last", "Đăng nhập gần nhất", CellKind.Text, 18), new("scope", "Phạm vi đề án", CellKind.Text, 16),
        .. Permissions.All.Select(p => new ReportColumn(p, PermissionText.Of(p), CellKind.Text, 10)),
    ];

    private static ReportRow Row(AccountRow row) => ReportRow.Item(
    [
        ReportCell.Of(row.FullName), ReportCell.Of(row.Email), ReportCell.Of(row.Position), ReportCell.Of(PeopleText.Of(row.Roles)), ReportCell.Of(PeopleText.Of(row.State)),
        ReportCell.Of(row.HasFactor ? "Có" : "Không"), ReportCell.Of(row.LastSignIn is { } at ? ViDates.Instant(at) : "chưa lần nào"), ReportCell.Of(PermissionText.Of(RightsReview.ScopeOf(row))),
        .. Permissions.All.Select(p => ReportCell.Of(RightsReview.Of(row, p) switch { RightOf.Role => Given, RightOf.Lent => PermissionText.LentMark, RightOf.None => null })),
    ]);
}
