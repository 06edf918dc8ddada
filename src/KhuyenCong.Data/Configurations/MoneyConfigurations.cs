using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Configurations;

internal sealed class AllotmentConfiguration : IEntityTypeConfiguration<Allotment>
{
    public void Configure(EntityTypeBuilder<Allotment> builder)
    {
        builder.HasIndex(a => new { a.Year, a.Source }).IsUnique();
        builder.HasMany(a => a.Papers).WithOne().HasForeignKey(p => p.AllotmentId);
        builder.ToTable(table => table.HasCheckConstraint("CK_Allotments_Allocated", "Allocated >= 0 AND Allocated <= Allotted"));
    }
}

internal sealed class AllotmentPaperConfiguration : IEntityTypeConfiguration<AllotmentPaper>
{
    public void Configure(EntityTypeBuilder<AllotmentPaper> builder)
    {
        builder.Property(p => p.Number).HasMaxLength(100);

        // A decision's paper bears the number of the decision, which may be corrected: its uniqueness is the decision's own.
        builder.HasIndex(p => new { p.AllotmentId, p.Number }).IsUnique().HasFilter("DecisionId IS NULL");
        builder.HasOne(p => p.Decision).WithMany().HasForeignKey(p => p.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MoneyEntryConfiguration : IEntityTypeConfiguration<MoneyEntry>
{
    public void Configure(EntityTypeBuilder<MoneyEntry> builder)
    {
        builder.Property(e => e.Voucher).HasMaxLength(100);
        builder.Property(e => e.Note).HasMaxLength(1000);
        builder.HasIndex(e => new { e.ProjectId, e.Date });
        builder.Property(e => e.LateReason).HasMaxLength(1000);
        builder.HasIndex(e => e.FormKey).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MoneyEntry>().WithMany().HasForeignKey(e => e.ReversesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Evidence).WithMany().HasForeignKey(e => e.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Verdict).WithOne().HasForeignKey<MoneyVerdict>(v => v.EntryId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_MoneyEntries_Amount", "Amount > 0"));
    }
}

internal sealed class VoucherUseConfiguration : IEntityTypeConfiguration<VoucherUse>
{
    public void Configure(EntityTypeBuilder<VoucherUse> builder)
    {
        builder.ToTable("VoucherUses");
        builder.Property(v => v.VoucherKey).HasMaxLength(100).IsUnicode(false);
        builder.HasKey(v => new { v.UnitId, v.Year, v.VoucherKey });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.Entry).WithMany().HasForeignKey(v => v.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class YearClosingConfiguration : IEntityTypeConfiguration<YearClosing>
{
    public void Configure(EntityTypeBuilder<YearClosing> builder)
    {
        builder.ToTable("YearClosings");
        builder.Property(c => c.Note).HasMaxLength(2000);
        builder.HasIndex(c => c.Year).IsUnique();
        builder.HasMany(c => c.Lines).WithOne().HasForeignKey(l => l.ClosingId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.ClosedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class YearClosingLineConfiguration : IEntityTypeConfiguration<YearClosingLine>
{
    public void Configure(EntityTypeBuilder<YearClosingLine> builder)
    {
        builder.HasKey(l => new { l.ClosingId, l.Source });
        builder.ToTable("YearClosingLines", table => table.HasCheckConstraint(
            "CK_YearClosingLines_Sum", "CarriedOver >= 0 AND Cancelled >= 0 AND Disbursed >= 0 AND Allotted = Disbursed + CarriedOver + Cancelled"));
    }
}

internal sealed class MoneyVerdictConfiguration : IEntityTypeConfiguration<MoneyVerdict>
{
    public void Configure(EntityTypeBuilder<MoneyVerdict> builder)
    {
        builder.HasKey(v => v.EntryId);
        builder.Property(v => v.EntryId).ValueGeneratedNever();
        builder.Property(v => v.Reason).HasMaxLength(2000);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SpendingNormConfiguration : IEntityTypeConfiguration<SpendingNorm>
{
    public void Configure(EntityTypeBuilder<SpendingNorm> builder)
    {
        builder.Property(n => n.Code).HasMaxLength(32);
        builder.HasIndex(n => new { n.Code, n.ValidFrom }).IsUnique();

        // Two who add a row for the same code, or switch the same row, meet here.
        builder.Property(n => n.ValidTo).IsConcurrencyToken();
        builder.Property(n => n.Enabled).IsConcurrencyToken();
    }
}
