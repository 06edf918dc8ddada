using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Configurations;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(32);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => new { p.PlanId, p.Status });
        builder.HasIndex(p => new { p.GroupId, p.Ordinal });
        builder.HasIndex(p => p.Status);
        builder.HasOne(p => p.Plan).WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Terms).WithOne(t => t.Project).HasForeignKey(t => t.ProjectId);
        builder.HasMany(p => p.History).WithOne().HasForeignKey(h => h.ProjectId);
        builder.HasMany(p => p.Opinions).WithOne().HasForeignKey(o => o.ProjectId);
        builder.HasMany(p => p.Assignments).WithOne().HasForeignKey(a => a.ProjectId);
        builder.HasMany(p => p.Contracts).WithOne().HasForeignKey(c => c.ProjectId);
        builder.HasMany(p => p.MoneyEntries).WithOne().HasForeignKey(e => e.ProjectId);
        builder.HasMany(p => p.ProgressUpdates).WithOne().HasForeignKey(u => u.ProjectId);
        builder.HasOne<Acceptance>().WithOne().HasForeignKey<Acceptance>(a => a.ProjectId);
        builder.ToTable(table =>
        {
            // DOMAIN §7.5: two writers collide on this row instead of both trusting a sum.
            table.HasCheckConstraint("CK_Projects_Posted", "Posted >= 0 AND Posted <= Support");
            table.HasCheckConstraint("CK_Projects_Contracted", "Contracted IS NULL OR (Contracted <= Support AND Posted <= Contracted)");
            table.HasCheckConstraint("CK_Projects_Pending", "Pending >= 0 AND PendingRecovery >= 0 AND PendingClearing >= 0 AND Advanced >= 0 AND Recovered >= 0");
            table.HasCheckConstraint("CK_Projects_Cleared", "Cleared >= 0 AND Cleared <= Advanced");
            table.HasCheckConstraint("CK_Projects_Settled", "Settled IS NULL OR (AcceptedSupport IS NOT NULL AND Settled >= Posted AND Settled <= AcceptedSupport)");
            table.HasCheckConstraint("CK_Projects_Accepted", "AcceptedSupport IS NULL OR (AcceptedSupport >= 0 AND AcceptedSupport <= Support)");
        });
    }
}

internal sealed class ProjectTermsConfiguration : IEntityTypeConfiguration<ProjectTerms>
{
    public void Configure(EntityTypeBuilder<ProjectTerms> builder)
    {
        builder.Property(t => t.BeneficiaryText).HasMaxLength(1000);
        builder.Property(t => t.Objectives).HasMaxLength(2000);
        builder.Property(t => t.Note).HasMaxLength(1000);
        builder.Property(t => t.OverNormReason).HasMaxLength(1000);
        builder.HasIndex(t => new { t.ProjectId, t.EffectiveFrom });
        builder.HasIndex(t => t.DecisionId);
        builder.HasOne(t => t.Decision).WithMany().HasForeignKey(t => t.DecisionId);
        builder.HasOne<SpendingNorm>().WithMany().HasForeignKey(t => t.NormId);
        builder.HasMany(t => t.Funding).WithOne().HasForeignKey(f => f.TermsId);
        builder.HasMany(t => t.Areas).WithOne().HasForeignKey(a => a.TermsId);
        builder.HasMany(t => t.Beneficiaries).WithMany().UsingEntity(
            "TermsBeneficiary",
            join => join.HasOne(typeof(Beneficiary)).WithMany().HasForeignKey("BeneficiaryId"),
            join => join.HasOne(typeof(ProjectTerms)).WithMany().HasForeignKey("TermsId"),
            join => join.HasKey("TermsId", "BeneficiaryId"));
        builder.ToTable(table => table.HasCheckConstraint("CK_ProjectTerms_Amounts", "Counterpart >= 0 AND Other >= 0"));
    }
}

internal sealed class TermsFundingConfiguration : IEntityTypeConfiguration<TermsFunding>
{
    public void Configure(EntityTypeBuilder<TermsFunding> builder)
    {
        builder.HasKey(f => new { f.TermsId, f.Source, f.Year });
        builder.ToTable("TermsFunding", table => table.HasCheckConstraint("CK_TermsFunding_Amount", "Amount >= 0"));
    }
}

internal sealed class TermsAreaConfiguration : IEntityTypeConfiguration<TermsArea>
{
    public void Configure(EntityTypeBuilder<TermsArea> builder)
    {
        builder.ToTable("TermsAreas");
        builder.HasKey(a => new { a.TermsId, a.UnitId });
        builder.HasIndex(a => a.UnitId);
        builder.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProjectStatusChangeConfiguration : IEntityTypeConfiguration<ProjectStatusChange>
{
    public void Configure(EntityTypeBuilder<ProjectStatusChange> builder)
    {
        builder.ToTable("ProjectHistory");
        builder.Property(h => h.Reason).HasMaxLength(2000);
    }
}

internal sealed class AppraisalOpinionConfiguration : IEntityTypeConfiguration<AppraisalOpinion>
{
    public void Configure(EntityTypeBuilder<AppraisalOpinion> builder)
    {
        builder.ToTable("AppraisalOpinions");
        builder.Property(o => o.Note).HasMaxLength(2000);
        builder.HasIndex(o => new { o.ProjectId, o.Round }).IsUnique();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(o => o.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.Property(c => c.Number).HasMaxLength(100);
        builder.HasIndex(c => new { c.ProjectId, c.Number }).IsUnique();
        builder.HasOne(c => c.Beneficiary).WithMany().HasForeignKey(c => c.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_Contracts_Value", "Value <> 0 AND (Value > 0 OR Kind <> 'Contract')"));
    }
}

internal sealed class AcceptanceConfiguration : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.HasKey(a => a.ProjectId);
        builder.Property(a => a.ProjectId).ValueGeneratedNever();
        builder.Property(a => a.MinutesNumber).HasMaxLength(100);
        builder.Property(a => a.Finding).HasMaxLength(2000);
        builder.HasOne(a => a.Document).WithMany().HasForeignKey(a => a.DocumentId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProgressUpdateConfiguration : IEntityTypeConfiguration<ProgressUpdate>
{
    public void Configure(EntityTypeBuilder<ProgressUpdate> builder)
    {
        builder.Property(u => u.Done).HasMaxLength(2000);
        builder.Property(u => u.Difficulties).HasMaxLength(2000);
        builder.Property(u => u.Proposals).HasMaxLength(2000);
        builder.Property(u => u.Next).HasMaxLength(2000);
        builder.HasIndex(u => new { u.ProjectId, u.Date }).IsUnique();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(u => u.ById).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_ProgressUpdates_Percent", "[Percent] BETWEEN 0 AND 100"));
    }
}

internal sealed class OfficerAssignmentConfiguration : IEntityTypeConfiguration<OfficerAssignment>
{
    public void Configure(EntityTypeBuilder<OfficerAssignment> builder)
    {
        builder.HasIndex(a => new { a.OfficerId, a.Until });
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.OfficerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.AssignedById).OnDelete(DeleteBehavior.Restrict);
    }
}
