using System.Globalization;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Auditing;

/// <summary>Accounts, roles and delegations as the trail gave them, moved on entry by entry.</summary>
internal sealed class RightsReplay
{
    private const string RoleOfUser = "IdentityUserRole";

    /// <summary>A session knows of a change at the latest a minute later; what was done in that time was done in good faith.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private readonly Dictionary<int, Role> _roles = [];
    private readonly Dictionary<(int User, int Role), DateTime?> _held = [];
    private readonly Dictionary<int, DateTime?> _accounts = [];
    private readonly Dictionary<string, Lent> _lent = new(StringComparer.Ordinal);

    public static bool Covers(string entity) => entity is nameof(AppUser) or nameof(AppRole) or nameof(Delegation) || entity.StartsWith(RoleOfUser, StringComparison.Ordinal);

    public void Take(string entity, string key, AuditAction action, Dictionary<string, string?> after, DateTime at)
    {
        if (entity == nameof(AppUser)) TakeAccount(Number(key), action, after, at);
        else if (entity == nameof(AppRole)) TakeRole(Number(key), action, after);
        else if (entity == nameof(Delegation)) TakeDelegation(key, action, after, at);
        else if (key.Split('/') is [var user, var role]) _held[(Number(user), Number(role))] = action == AuditAction.Deleted ? at : null;
    }

    /// <summary>By a role of one's own, or lent by somebody who had it.</summary>
    public bool May(int user, string permission, DateTime at) => Holds(user, permission, at) || _lent.Values.Any(lent =>
        lent.To == user && lent.Permission == permission && lent.StandsAt(at, Grace) && Holds(lent.From, permission, at));

    /// <summary>By a role of one's own.</summary>
    public bool Holds(int user, string permission, DateTime at) =>
        _accounts.TryGetValue(user, out var locked) && Stands(locked, at)
        && _roles.Any(role => _held.TryGetValue((user, role.Key), out var taken) && Stands(taken, at) && RolePermissions.Of(role.Value).Contains(permission));

    private static bool Stands(DateTime? ended, DateTime at) => ended is not { } end || (at - end).Duration() <= Grace;

    // Locked is the only field that counts; an account that is gone is locked.
    private void TakeAccount(int user, AuditAction action, Dictionary<string, string?> after, DateTime at)
    {
        if (action == AuditAction.Deleted) _accounts[user] = at;
        else if (after.TryGetValue(nameof(AppUser.IsLocked), out var locked)) _accounts[user] = locked == "1" ? at : null;
        else _accounts.TryAdd(user, null);
    }

    private void TakeRole(int role, AuditAction action, Dictionary<string, string?> after)
    {
        if (action == AuditAction.Deleted) _roles.Remove(role);
        else if (after.TryGetValue(nameof(AppRole.Name), out var name) && Enum.TryParse<Role>(name, out var known) && Enum.IsDefined(known)) _roles[role] = known;
    }

    private void TakeDelegation(string key, AuditAction action, Dictionary<string, string?> after, DateTime at)
    {
        if (action == AuditAction.Added)
        {
            if (!DateOnly.TryParse(after.GetValueOrDefault("From"), CultureInfo.InvariantCulture, out var from)) return;
            if (!DateOnly.TryParse(after.GetValueOrDefault("Until"), CultureInfo.InvariantCulture, out var until)) return;
            _lent[key] = new Lent(Number(after.GetValueOrDefault("FromId")), Number(after.GetValueOrDefault("ToId")), after.GetValueOrDefault("Permission") ?? string.Empty, from, until, null);
        }
        else if (_lent.TryGetValue(key, out var lent) && (action == AuditAction.Deleted || after.GetValueOrDefault("RevokedAt") is not null))
        {
            _lent[key] = lent with { Revoked = at };
        }
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private sealed record Lent(int From, int To, string Permission, DateOnly First, DateOnly Last, DateTime? Revoked)
    {
        public bool StandsAt(DateTime at, TimeSpan grace) => Stands(Revoked, at) && First <= DayOf(at) && Last >= DayOf(at.Ticks > grace.Ticks ? at - grace : at);

        private static DateOnly DayOf(DateTime at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at > DateTime.MaxValue.AddDays(-1) ? DateTime.MaxValue.AddDays(-1) : at, VietnamTime.Zone));
    }
}
