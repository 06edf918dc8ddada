namespace KhuyenCong.Services.People;

/// <summary>One page of accounts.</summary>
public sealed record AccountList(IReadOnlyList<AccountRow> Rows, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + AccountFilter.PageSize - 1) / AccountFilter.PageSize);
}
