using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>Narrows the list of accounts.</summary>
/// <param name="Text">Searched in name, address and position, without diacritics.</param>
/// <param name="Role">Only holders of this role.</param>
/// <param name="Page">From 1.</param>
public sealed record AccountFilter(string? Text, Role? Role, int Page)
{
    public const int PageSize = 25;
}
