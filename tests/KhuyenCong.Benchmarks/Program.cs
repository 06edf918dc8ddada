using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/KhuyenCong.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(KhuyenCong.Benchmarks.AuditBenchmarks).Assembly).Run(args);
