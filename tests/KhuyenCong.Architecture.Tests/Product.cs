using System.Reflection;

namespace KhuyenCong.Architecture.Tests;

/// <summary>The six assemblies of the product.</summary>
internal static class Product
{
    public static Assembly Domain { get; } = typeof(Domain.Refusal).Assembly;

    public static Assembly Data { get; } = typeof(Data.AppDbContext).Assembly;

    public static Assembly SqlServer { get; } = typeof(Data.SqlServer.SqlServerSetup).Assembly;

    public static Assembly Sqlite { get; } = typeof(Data.Sqlite.SqliteSetup).Assembly;

    public static Assembly Services { get; } = typeof(Services.Result).Assembly;

    public static Assembly Web { get; } = typeof(Program).Assembly;

    public static IReadOnlyList<Assembly> All { get; } = [Domain, Data, SqlServer, Sqlite, Services, Web];

    public static IReadOnlyList<Assembly> BelowWeb { get; } = [Domain, Data, SqlServer, Sqlite, Services];

    /// <summary>Types that people wrote: the compiler's and Razor's own are left out.</summary>
    public static IEnumerable<Type> Types(params IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(a => a.GetTypes())
        .Where(t => !t.Name.Contains('<', StringComparison.Ordinal) && t.Namespace?.StartsWith("KhuyenCong", StringComparison.Ordinal) == true)
        .Where(t => !t.Namespace!.EndsWith("Migrations", StringComparison.Ordinal));
}
