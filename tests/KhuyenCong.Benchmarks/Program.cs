using System.Globalization;
using BenchmarkDotNet.Running;
using KhuyenCong.Benchmarks;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

// dotnet run -c Release --project tests/KhuyenCong.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/KhuyenCong.Benchmarks -- trail <file> <entries>   makes a database to time «audit verify» with
if (args is ["trail", var file, var entries])
{
    await using var portal = await TestPortal.StartOnFileAsync();
    await TrailDatabase.FillAsync(portal, int.Parse(entries, CultureInfo.InvariantCulture));
    await using var db = portal.Db();
    await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(AuditBenchmarks).Assembly).Run(args);
