using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Configurations;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.HasIndex(p => new { p.Year, p.Tranche }).IsUnique();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.SubmittedById);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.CreatedById);
        builder.HasMany(p => p.Groups).WithOne().HasForeignKey(g => g.PlanId);
        builder.HasMany(p => p.History).WithOne().HasForeignKey(h => h.PlanId);
    }
}

internal sealed class PlanGroupConfiguration : IEntityTypeConfiguration<PlanGroup>
{
    public void Configure(EntityTypeBuilder<PlanGroup> builder)
    {
        builder.HasOne(g => g.Category).WithMany().HasForeignKey(g => g.CategoryId);
        builder.HasMany(g => g.Projects).WithOne(p => p.Group).HasForeignKey(p => p.GroupId);
    }
}

internal sealed class PlanStatusChangeConfiguration : IEntityTypeConfiguration<PlanStatusChange>
{
    public void Configure(EntityTypeBuilder<PlanStatusChange> builder)
    {
        builder.ToTable("PlanHistory");
        builder.Property(h => h.Reason).HasMaxLength(2000);
    }
}

internal sealed class ActivityCategoryConfiguration : IEntityTypeConfiguration<ActivityCategory>
{
    public void Configure(EntityTypeBuilder<ActivityCategory> builder)
    {
        builder.ToTable("ActivityCategories");
        builder.Property(c => c.Code).HasMaxLength(16);
        builder.HasIndex(c => c.Code).IsUnique();
    }
}
