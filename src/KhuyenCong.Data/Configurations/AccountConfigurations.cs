using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Configurations;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("UserSessions");
        builder.Property(s => s.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(s => s.DeviceId).HasMaxLength(64).IsUnicode(false);
        builder.Property(s => s.Device).HasMaxLength(100);
        builder.Property(s => s.Address).HasMaxLength(64).IsUnicode(false);
        builder.Property(s => s.EndedAt).IsConcurrencyToken();
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => new { s.UserId, s.StartedAt });
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountRequestConfiguration : IEntityTypeConfiguration<AccountRequest>
{
    public void Configure(EntityTypeBuilder<AccountRequest> builder)
    {
        builder.ToTable("AccountRequests");
        builder.Property(r => r.Roles).HasMaxLength(200).IsUnicode(false);
        builder.Property(r => r.Reason).HasMaxLength(2000);
        builder.Property(r => r.RequestedByName).HasMaxLength(100);
        builder.HasIndex(r => r.UserId);
        builder.HasOne(r => r.Verdict).WithOne().HasForeignKey<AccountVerdict>(v => v.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.RequestedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountVerdictConfiguration : IEntityTypeConfiguration<AccountVerdict>
{
    public void Configure(EntityTypeBuilder<AccountVerdict> builder)
    {
        builder.ToTable("AccountVerdicts");
        builder.HasKey(v => v.RequestId);
        builder.Property(v => v.RequestId).ValueGeneratedNever();
        builder.Property(v => v.Note).HasMaxLength(2000);
        builder.Property(v => v.ByName).HasMaxLength(100);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("OneTimeLinks");
        builder.Property(l => l.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(l => l.UsedAt).IsConcurrencyToken();
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(l => l.MadeById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.HasIndex(n => new { n.UserId, n.ReadAt, n.At });
        builder.HasOne<AppUser>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.Property(c => c.CodeHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(c => c.UsedAt).IsConcurrencyToken();
        builder.HasIndex(c => new { c.UserId, c.CodeHash }).IsUnique();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("Passkeys");

        // The longest credential id that WebAuthn allows; it still fits into an index key of SQL Server.
        builder.Property(p => p.CredentialId).HasMaxLength(1023);
        builder.Property(p => p.PublicKey).HasMaxLength(1024);
        builder.Property(p => p.Name).HasMaxLength(100);
        builder.Property(p => p.Transports).HasMaxLength(100).IsUnicode(false);
        builder.Property(p => p.SignCount).IsConcurrencyToken();
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IntegrityAlarmConfiguration : IEntityTypeConfiguration<IntegrityAlarm>
{
    public void Configure(EntityTypeBuilder<IntegrityAlarm> builder)
    {
        builder.ToTable("IntegrityAlarms");
        builder.Property(a => a.Entity).HasMaxLength(64).IsUnicode(false);
        builder.Property(a => a.EntityKey).HasMaxLength(128).IsUnicode(false);
        builder.Property(a => a.During).HasMaxLength(100);
        builder.HasIndex(a => new { a.SeenAt, a.DetectedAt });
        builder.HasIndex(a => new { a.Entity, a.EntityKey });
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.SeenById).OnDelete(DeleteBehavior.Restrict);
    }
}
