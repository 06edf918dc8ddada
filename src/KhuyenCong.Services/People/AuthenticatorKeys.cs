using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>The secrets that authenticator apps share with the portal, encrypted in the rows where Identity keeps them.</summary>
internal static class AuthenticatorKeys
{
    private const string Provider = "[AspNetUserStore]";
    private const string Name = "AuthenticatorKey";
    private const string Purpose = "authenticator-key";

    /// <summary>The secret; null where the account has none, and where its row was changed by other hands.</summary>
    public static async Task<byte[]?> AuthenticatorKeyAsync(this AppDbContext db, SecretBox box, int userId, CancellationToken stop)
    {
        var row = await db.UserTokens.AsNoTracking().SingleOrDefaultAsync(t => t.UserId == userId && t.LoginProvider == Provider && t.Name == Name, stop);
        return row?.Value is { } closed ? Base32.Read(box.Open(closed, Purpose, Owner(userId))) : null;
    }

    /// <summary>Gives the account a secret, or takes it away; whoever calls saves.</summary>
    public static async Task SetAuthenticatorKeyAsync(this AppDbContext db, SecretBox box, int userId, byte[]? key, CancellationToken stop)
    {
        var row = await db.UserTokens.SingleOrDefaultAsync(t => t.UserId == userId && t.LoginProvider == Provider && t.Name == Name, stop);
        if (key is null)
        {
            if (row is not null) db.UserTokens.Remove(row);
            return;
        }

        var closed = box.Close(Base32.Of(key), Purpose, Owner(userId));
        if (row is null) db.UserTokens.Add(new IdentityUserToken<int> { UserId = userId, LoginProvider = Provider, Name = Name, Value = closed });
        else row.Value = closed;
    }

    private static string Owner(int userId) => userId.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
