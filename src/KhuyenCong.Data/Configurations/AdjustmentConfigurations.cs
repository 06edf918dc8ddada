using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Configurations;

internal sealed class AdjustmentConfiguration : IEntityTypeConfiguration<Adjustment>
{
    public void Configure(EntityTypeBuilder<Adjustment> builder)
    {
        builder.Property(a => a.Reason).HasMaxLength(2000);
        builder.HasIndex(a => new { a.PlanId, a.Ordinal }).IsUnique();
        builder.HasIndex(a => a.Status);
        builder.HasOne(a => a.Plan).WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Decision).WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.SubmittedById);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.CreatedById);
        builder.HasMany(a => a.Lines).WithOne().HasForeignKey(l => l.AdjustmentId);
        builder.HasMany(a => a.History).WithOne().HasForeignKey(h => h.AdjustmentId);
        builder.HasMany(a => a.Documents).WithMany().UsingEntity(
            "AdjustmentDocument",
            join => join.HasOne(typeof(Document)).WithMany().HasForeignKey("DocumentId"),
            join => join.HasOne(typeof(Adjustment)).WithMany().HasForeignKey("AdjustmentId"),
            join => join.HasKey("AdjustmentId", "DocumentId"));
    }
}

internal sealed class AdjustmentLineConfiguration : IEntityTypeConfiguration<AdjustmentLine>
{
    public void Configure(EntityTypeBuilder<AdjustmentLine> builder)
    {
        builder.ToTable("AdjustmentLines");
        builder.Property(l => l.Reason).HasMaxLength(2000);
        builder.Property(l => l.BeneficiaryText).HasMaxLength(1000);
        builder.Property(l => l.Objectives).HasMaxLength(2000);
        builder.Property(l => l.OverNormReason).HasMaxLength(1000);
        builder.HasIndex(l => l.ProjectId);
        builder.HasOne<Domain.Money.SpendingNorm>().WithMany().HasForeignKey(l => l.NormId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Project).WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProjectTerms>().WithMany().HasForeignKey(l => l.BaseTermsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Beneficiary).WithMany().HasForeignKey(l => l.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Category).WithMany().HasForeignKey(l => l.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Areas).WithOne().HasForeignKey(a => a.LineId);
        builder.ToTable(table => table.HasCheckConstraint(
            "CK_AdjustmentLines_Amounts", "(Support IS NULL OR Support >= 0) AND (PlannedRecovery IS NULL OR PlannedRecovery >= 0)"));
    }
}

internal sealed class AdjustmentLineAreaConfiguration : IEntityTypeConfiguration<AdjustmentLineArea>
{
    public void Configure(EntityTypeBuilder<AdjustmentLineArea> builder)
    {
        builder.ToTable("AdjustmentLineAreas");
        builder.HasKey(a => new { a.LineId, a.UnitId });
        builder.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AdjustmentStatusChangeConfiguration : IEntityTypeConfiguration<AdjustmentStatusChange>
{
    public void Configure(EntityTypeBuilder<AdjustmentStatusChange> builder)
    {
        builder.ToTable("AdjustmentHistory");
        builder.Property(h => h.Reason).HasMaxLength(2000);
    }
}

internal sealed class AdjustmentAuthorityConfiguration : IEntityTypeConfiguration<AdjustmentAuthority>
{
    public void Configure(EntityTypeBuilder<AdjustmentAuthority> builder)
    {
        builder.ToTable("AdjustmentAuthorities");
        builder.HasKey(a => a.Kind);
        builder.Property(a => a.Decider).IsConcurrencyToken();
    }
}
