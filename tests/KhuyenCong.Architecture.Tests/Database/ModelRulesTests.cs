using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Database;

public sealed class ModelRulesTests
{
    [Fact]
    public void A_delete_reaches_each_table_by_one_way_at_most() => Over(ModelRules.CascadePaths);

    [Fact]
    public void Keys_fit_into_SQL_Servers_pages() => Over(ModelRules.WideKeys);

    [Fact]
    public void The_SQL_in_the_model_is_read_by_SQL_Server_too() => Over(ModelRules.ForeignSql);

    [Fact]
    public void Two_ways_to_one_table_are_found() => Assert.Contains("Root ⇒ Leaf: Root → Leaf | Root → Middle → Leaf", ModelRules.CascadePaths(Model(model =>
    {
        model.Entity<Middle>().HasOne<Root>().WithMany().HasForeignKey(m => m.RootId).OnDelete(DeleteBehavior.Cascade);
        model.Entity<Leaf>().HasOne<Root>().WithMany().HasForeignKey(l => l.RootId).OnDelete(DeleteBehavior.Cascade);
        model.Entity<Leaf>().HasOne<Middle>().WithMany().HasForeignKey(l => l.MiddleId).OnDelete(DeleteBehavior.Cascade);
    })));

    [Fact]
    public void A_way_back_to_the_same_table_is_found() => Assert.Contains("Root ⇒ Root: Root → Root", ModelRules.CascadePaths(Model(model =>
        model.Entity<Root>().HasOne<Root>().WithMany().HasForeignKey(r => r.ParentId).OnDelete(DeleteBehavior.SetNull))));

    [Fact]
    public void Two_ways_that_only_the_program_walks_are_none() => Assert.Empty(ModelRules.CascadePaths(Model(model =>
    {
        model.Entity<Middle>().HasOne<Root>().WithMany().HasForeignKey(m => m.RootId).OnDelete(DeleteBehavior.ClientCascade);
        model.Entity<Leaf>().HasOne<Root>().WithMany().HasForeignKey(l => l.RootId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<Leaf>().HasOne<Middle>().WithMany().HasForeignKey(l => l.MiddleId).OnDelete(DeleteBehavior.Cascade);
    })));

    [Theory]
    [InlineData(450, 0)]
    [InlineData(451, 1)]
    public void A_clustered_key_over_900_bytes_is_found(int letters, int breaches) => Assert.Equal(breaches, ModelRules.WideKeys(Model(model =>
    {
        model.Entity<Root>().HasKey(r => r.Name);
        model.Entity<Root>().Property(r => r.Name).HasMaxLength(letters);
    })).Count());

    [Theory]
    [InlineData(850, 0)]
    [InlineData(851, 1)]
    public void Another_index_over_1700_bytes_is_found(int letters, int breaches) => Assert.Equal(breaches, ModelRules.WideKeys(Model(model =>
    {
        model.Entity<Root>().Property(r => r.Name).HasMaxLength(letters);
        model.Entity<Root>().HasIndex(r => r.Name);
    })).Count());

    [Fact]
    public void An_index_on_a_text_without_limit_is_found() => Assert.Equal(["Root index (Name): Name is nvarchar(max)"], ModelRules.WideKeys(Model(model =>
    {
        model.Entity<Root>().Property(r => r.Name).HasColumnType("nvarchar(max)");
        model.Entity<Root>().HasIndex(r => r.Name);
    })));

    [Theory]
    [InlineData("length(Name) > 0")]
    [InlineData("Name GLOB '[0-9]*'")]
    [InlineData("Name || '' <> ''")]
    [InlineData("ifnull(Name, '') <> ''")]
    [InlineData("RootId IS TRUE")]
    [InlineData("Percent BETWEEN 0 AND 100")]
    public void A_check_that_SQL_Server_cannot_read_is_found(string sql) => Assert.NotEmpty(ModelRules.ForeignSql(Model(model =>
        model.Entity<Root>().ToTable(table => table.HasCheckConstraint("CK_Some", sql)))));

    [Fact]
    public void A_foreign_filter_and_default_are_found()
    {
        Assert.NotEmpty(ModelRules.ForeignSql(Model(model => model.Entity<Root>().HasIndex(r => r.ParentId).HasFilter("typeof(ParentId) = 'integer'"))));
        Assert.NotEmpty(ModelRules.ForeignSql(Model(model => model.Entity<Root>().Property(r => r.Name).HasDefaultValueSql("strftime('%Y')"))));
    }

    private static void Over(Func<IModel, IEnumerable<string>> rule)
    {
        using var db = PortalModels.SqlServer();
        var model = PortalModels.DesignModel(db);
        Assert.True(model.GetEntityTypes().Count() > 30);
        Assert.Empty(rule(model));
    }

    private static IModel Model(Action<ModelBuilder> build)
    {
        using var db = new Fixture(build);
        return PortalModels.DesignModel(db);
    }

    private sealed class Fixture(Action<ModelBuilder> build) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder
            .UseSqlServer("Server=nowhere")
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, NoCache>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Root>();
            modelBuilder.Entity<Middle>();
            modelBuilder.Entity<Leaf>();
            build(modelBuilder);
        }
    }

    private sealed class NoCache : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }

    private sealed class Root
    {
        public int Id { get; init; }

        public required string Name { get; init; }

        public int? ParentId { get; init; }

        public int Percent { get; init; }
    }

    private sealed class Middle
    {
        public int Id { get; init; }

        public int RootId { get; init; }
    }

    private sealed class Leaf
    {
        public int Id { get; init; }

        public int RootId { get; init; }

        public int MiddleId { get; init; }
    }
}
