using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Configurations;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions");
        builder.Property(s => s.Canonical).HasMaxLength(-1);
        builder.Property(s => s.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(s => new { s.Subject, s.SubjectId, s.Round }).IsUnique();
        builder.HasIndex(s => s.Sha256);
        builder.HasOne<Plan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.SubmittedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Steps).WithOne().HasForeignKey(s => s.SubmissionId);
        builder.HasMany(s => s.Signatures).WithOne().HasForeignKey(s => s.SubmissionId);
        builder.Ignore(s => s.Waiting);
    }
}

internal sealed class SubmissionStepConfiguration : IEntityTypeConfiguration<SubmissionStep>
{
    public void Configure(EntityTypeBuilder<SubmissionStep> builder)
    {
        builder.ToTable("SubmissionSteps");
        builder.HasKey(s => new { s.SubmissionId, s.Ordinal });
        builder.Property(s => s.Position).HasMaxLength(100);
        builder.Property(s => s.Permission).HasMaxLength(64).IsUnicode(false);
    }
}

internal sealed class ApprovalSignatureConfiguration : IEntityTypeConfiguration<ApprovalSignature>
{
    public void Configure(EntityTypeBuilder<ApprovalSignature> builder)
    {
        builder.ToTable("ApprovalSignatures");
        builder.Property(s => s.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(s => s.Note).HasMaxLength(2000);
        builder.HasIndex(s => new { s.SubmissionId, s.StepOrdinal }).IsUnique();
        builder.HasOne<Delegation>().WithMany().HasForeignKey(s => s.DelegationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApprovalStepConfiguration : IEntityTypeConfiguration<ApprovalStep>
{
    public void Configure(EntityTypeBuilder<ApprovalStep> builder)
    {
        builder.ToTable("ApprovalSteps");
        builder.Property(s => s.Position).HasMaxLength(100);
        builder.Property(s => s.Permission).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(s => new { s.Subject, s.Ordinal });

        // Settings are rows without a version: what was shown must still stand when it is changed.
        builder.Property(s => s.Ordinal).IsConcurrencyToken();
        builder.Property(s => s.Position).IsConcurrencyToken();
        builder.Property(s => s.Permission).IsConcurrencyToken();
        builder.Property(s => s.Threshold).IsConcurrencyToken();
        builder.Property(s => s.Enabled).IsConcurrencyToken();
    }
}

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.Property(d => d.Permission).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(d => new { d.ToId, d.Until });
        builder.Property(d => d.RevokedAt).IsConcurrencyToken();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.ToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
