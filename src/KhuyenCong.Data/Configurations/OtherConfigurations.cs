using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Territory;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Configurations;

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Property(d => d.Number).HasMaxLength(100);
        builder.Property(d => d.DifferenceReason).HasMaxLength(2000);
        builder.HasIndex(d => new { d.IssuingBodyId, d.Year, d.Number }).IsUnique();
        builder.Property(d => d.LegalBases).HasMaxLength(4000);

        // What a correction changes is its own guard: who was slower finds other values than were shown.
        foreach (var corrected in new[] { "Number", "IssuedOn", "Signatory", "SignatoryTitle", "Capacity", "LegalBases" }) builder.Property(corrected).IsConcurrencyToken();
        builder.HasIndex(d => d.EffectiveFrom);
        builder.HasOne(d => d.Submission).WithMany().HasForeignKey(d => d.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Corrections).WithOne().HasForeignKey(c => c.DecisionId);
        builder.HasOne(d => d.Plan).WithMany().HasForeignKey(d => d.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.IssuingBody).WithMany().HasForeignKey(d => d.IssuingBodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Document).WithMany().HasForeignKey(d => d.DocumentId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecisionCorrectionConfiguration : IEntityTypeConfiguration<DecisionCorrection>
{
    public void Configure(EntityTypeBuilder<DecisionCorrection> builder)
    {
        builder.ToTable("DecisionCorrections");
        builder.Property(c => c.Before).HasMaxLength(4000);
        builder.Property(c => c.After).HasMaxLength(4000);
        builder.Property(c => c.Reason).HasMaxLength(2000);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.Property(d => d.FileName).HasMaxLength(255);
        builder.Property(d => d.ContentType).HasMaxLength(100);
        builder.Property(d => d.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(d => d.Sha256);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.AddedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnexAnswerConfiguration : IEntityTypeConfiguration<AnnexAnswer>
{
    public void Configure(EntityTypeBuilder<AnnexAnswer> builder)
    {
        builder.Property(a => a.Subject).HasMaxLength(AnnexAnswer.LongestSubject);
        builder.Property(a => a.Value).HasMaxLength(AnnexAnswer.LongestValue);
        builder.Property(a => a.InFile).HasMaxLength(AnnexAnswer.LongestValue);
        builder.HasIndex(a => new { a.DocumentId, a.Subject }).IsUnique();
        builder.HasOne(a => a.Document).WithMany().HasForeignKey(a => a.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.AnsweredById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnexCarryOverConfiguration : IEntityTypeConfiguration<AnnexCarryOver>
{
    public void Configure(EntityTypeBuilder<AnnexCarryOver> builder)
    {
        builder.Property(c => c.LostText).HasMaxLength(AnnexCarryOver.LongestText);
        builder.HasIndex(c => c.DocumentId).IsUnique();
        builder.HasOne(c => c.Document).WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.From).WithMany().HasForeignKey(c => c.FromId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnexAliasConfiguration : IEntityTypeConfiguration<AnnexAlias>
{
    public void Configure(EntityTypeBuilder<AnnexAlias> builder)
    {
        builder.Property(a => a.Key).HasMaxLength(AnnexAlias.LongestText);
        builder.Property(a => a.Text).HasMaxLength(AnnexAlias.LongestText);
        builder.Property(a => a.Value).HasMaxLength(AnnexAlias.LongestValue);
        builder.HasIndex(a => new { a.Kind, a.Key }).IsUnique().HasFilter("WithdrawnAt IS NULL");
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.SavedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.WithdrawnById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Code).HasMaxLength(16);
        builder.HasIndex(o => o.Code).IsUnique();
    }
}

internal sealed class BeneficiaryConfiguration : IEntityTypeConfiguration<Beneficiary>
{
    public void Configure(EntityTypeBuilder<Beneficiary> builder)
    {
        builder.Property(b => b.TaxCode).HasMaxLength(13).IsUnicode(false);
        builder.HasIndex(b => b.TaxCode);
        builder.HasOne(b => b.Unit).WithMany().HasForeignKey(b => b.UnitId);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(b => b.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(b => b.Representative).HasMaxLength(200);
    }
}

internal sealed class BeneficiaryMergeConfiguration : IEntityTypeConfiguration<BeneficiaryMerge>
{
    public void Configure(EntityTypeBuilder<BeneficiaryMerge> builder)
    {
        builder.ToTable("BeneficiaryMerges");
        builder.Property(m => m.Reason).HasMaxLength(2000);
        builder.HasIndex(m => m.FromId).IsUnique();
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(m => m.IntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(m => m.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInEventConfiguration : IEntityTypeConfiguration<SignInEvent>
{
    public void Configure(EntityTypeBuilder<SignInEvent> builder)
    {
        builder.ToTable("SignInEvents");
        builder.HasIndex(e => new { e.UserId, e.At });
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AdministrativeUnitConfiguration : IEntityTypeConfiguration<AdministrativeUnit>
{
    public void Configure(EntityTypeBuilder<AdministrativeUnit> builder)
    {
        builder.ToTable("AdministrativeUnits");
        builder.Property(u => u.Code).HasMaxLength(8).IsUnicode(false);
        builder.Property(u => u.Name).HasMaxLength(100);
        builder.HasIndex(u => new { u.Code, u.ValidFrom }).IsUnique();
        builder.HasOne(u => u.Parent).WithMany().HasForeignKey(u => u.ParentId);
        builder.HasOne(u => u.FormerDistrict).WithMany().HasForeignKey(u => u.FormerDistrictId);
        builder.HasMany(u => u.Aliases).WithOne().HasForeignKey(a => a.UnitId);
        builder.HasMany(u => u.Successors).WithOne(s => s.Unit).HasForeignKey(s => s.UnitId);
    }
}

internal sealed class UnitSuccessionConfiguration : IEntityTypeConfiguration<UnitSuccession>
{
    public void Configure(EntityTypeBuilder<UnitSuccession> builder)
    {
        builder.ToTable("UnitSuccessions");
        builder.HasKey(s => new { s.UnitId, s.SuccessorId });
        builder.HasOne(s => s.Successor).WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitAliasConfiguration : IEntityTypeConfiguration<UnitAlias>
{
    public void Configure(EntityTypeBuilder<UnitAlias> builder)
    {
        builder.ToTable("UnitAliases");
        builder.Property(a => a.Alias).HasMaxLength(100);
        builder.HasIndex(a => new { a.UnitId, a.Alias }).IsUnique();
    }
}

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.FullName).HasMaxLength(100);
        builder.Property(u => u.Position).HasMaxLength(100);
        builder.Property(u => u.PhoneNumber).HasMaxLength(32);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.ActorName).HasMaxLength(100);
        builder.Property(e => e.Reason).HasMaxLength(2000);
        builder.Property(e => e.Entity).HasMaxLength(64).IsUnicode(false);
        builder.Property(e => e.EntityKey).HasMaxLength(128).IsUnicode(false);
        builder.Property(e => e.Changes).HasMaxLength(-1);
        builder.Property(e => e.RowHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(e => e.Hash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(e => new { e.Entity, e.EntityKey });
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.ActorId, e.Number });
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHead");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.LastHash).HasMaxLength(64).IsUnicode(false);
        builder.HasData(new AuditHead { Id = 1, LastNumber = 0, LastHash = new string('0', 64) });
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.Property(k => k.Xml).HasMaxLength(-1);
}
