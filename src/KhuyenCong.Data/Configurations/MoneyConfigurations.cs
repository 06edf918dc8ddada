using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Money;
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
        builder.HasIndex(p => new { p.AllotmentId, p.Number }).IsUnique();
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
        builder.HasIndex(e => e.FormKey).IsUnique();
        builder.HasOne(e => e.Verdict).WithOne().HasForeignKey<MoneyVerdict>(v => v.EntryId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_MoneyEntries_Amount", "Amount > 0"));
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
    }
}
