using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data.Identity;

/// <summary>Identity's store, with passkeys read from their flat table. They are written by the portal's services alone.</summary>
public sealed class PortalUserStore(AppDbContext db, IdentityErrorDescriber? describer = null) : UserStore<AppUser, AppRole, AppDbContext, int>(db, describer)
{
    public override Task AddOrUpdatePasskeyAsync(AppUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are written by the service of passkeys.");

    public override Task RemovePasskeyAsync(AppUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are removed by the service of passkeys.");

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(AppUser user, CancellationToken cancellationToken) =>
        (await Context.Passkeys.AsNoTracking().Where(p => p.UserId == user.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken)).ConvertAll(PasskeyRows.Read);

    public override async Task<AppUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Users.SingleOrDefaultAsync(u => Context.Passkeys.Any(p => p.UserId == u.Id && p.CredentialId == credentialId), cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(AppUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } row
            ? PasskeyRows.Read(row) : null;
}
