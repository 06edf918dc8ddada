using System.Globalization;
using BenchmarkDotNet.Running;
using KhuyenCong.Benchmarks;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

// dotnet run -c Release --project tests/KhuyenCong.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/KhuyenCong.Benchmarks -- trail <file> <entries>   makes a database to time «audit verify» with
// dotnet run -c Release --project tests/KhuyenCong.Benchmarks -- projects <file> <projects>   makes a database to time a restore with
if (args is ["projects", var place, var projects])
{
    await using var portal = await TestPortal.StartOnFileAsync();
    await ProjectDatabase.FillAsync(portal, int.Parse(projects, CultureInfo.InvariantCulture));
    await using var db = portal.Db();
    await db.Database.ExecuteSqlAsync($"VACUUM INTO {place}");
    return;
}

if (args is ["trail", var file, var entries])
{
    await using var portal = await TestPortal.StartOnFileAsync();
    await TrailDatabase.FillAsync(portal, int.Parse(entries, CultureInfo.InvariantCulture));
    await using var db = portal.Db();
    await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(AuditBenchmarks).Assembly).Run(args);
