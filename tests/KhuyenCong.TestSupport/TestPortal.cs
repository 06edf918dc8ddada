using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Data.SqlServer;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KhuyenCong.TestSupport;

/// <summary>The service layer over a fresh database, with a clock that stands still at 15/11/2024 09:00 in Vietnam.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    public static readonly AuditSeal Seal = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    private static readonly OrderWatch Orders = new();

    private readonly ServiceProvider _services;
    private readonly IDisposable? _database;

    private TestPortal(IDisposable? database, string connectionString, Action<DbContextOptionsBuilder> use, string? storageRoot = null)
    {
        _database = database;
        ConnectionString = connectionString;
        StorageRoot = storageRoot ?? Path.Combine(Path.GetTempPath(), "khuyencong-tests", Guid.NewGuid().ToString("N"));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Seal);
        services.AddDbContextFactory<AppDbContext>(options =>
        {
            use(options);
            options.AddInterceptors(Orders);
        });
        services.AddIdentityCore<AppUser>(options => options.Stores.MaxLengthForKeys = 128)
            .AddRoles<AppRole>().AddEntityFrameworkStores<AppDbContext>();
        services.AddSingleton(new Services.Documents.FileStore(StorageRoot));
        services.AddSingleton(new Services.Auditing.HeadArchive(Path.Combine(StorageRoot, "dau-nhat-ky"), Seal));
        services.AddSingleton<Services.Documents.IFileScanner>(Scanner);
        services.AddPortalServices();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 11, 15, 2, 0, 0, TimeSpan.Zero));

    /// <summary>Finds nothing until it is told otherwise.</summary>
    public ScriptedScanner Scanner { get; } = new();

    public string StorageRoot { get; }

    public string ConnectionString { get; }

    /// <summary>On SQLite in memory, or on the SQL Server that the environment names.</summary>
    public static async Task<TestPortal> StartAsync() =>
        SqlServerDatabase.Server is { } server ? On(await SqlServerDatabase.CreateAsync(server)) : On(await TestDatabase.CreateAsync());

    /// <summary>The same over a database in a file, or on that server: for tests of several writers at once.</summary>
    public static async Task<TestPortal> StartOnFileAsync() =>
        SqlServerDatabase.Server is { } server ? On(await SqlServerDatabase.CreateAsync(server)) : On(await TestDatabase.CreateOnFileAsync());

    /// <summary>The same rows, documents and hour in a portal of its own, on SQLite in memory.</summary>
    public async Task<TestPortal> CopyAsync()
    {
        var copy = On(await TestDatabase.CopyOfAsync(ConnectionString));
        copy.Clock.AdjustTime(Clock.GetUtcNow());
        foreach (var file in Directory.Exists(StorageRoot) ? Directory.GetFiles(StorageRoot, "*", SearchOption.AllDirectories) : [])
        {
            var place = Path.Combine(copy.StorageRoot, Path.GetRelativePath(StorageRoot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        return copy;
    }

    /// <summary>The service layer of another process over a database and documents that are there, and stay there.</summary>
    public static TestPortal AttachTo(string connectionString, string storageRoot, DateTimeOffset now)
    {
        var portal = new TestPortal(
            null, connectionString,
            options => _ = SqlServerDatabase.Server is null ? options.UsePortalSqlite(connectionString) : options.UsePortalSqlServer(connectionString), storageRoot);
        portal.Clock.AdjustTime(now);
        return portal;
    }

    /// <summary>Runs one use case in a scope of its own, as a request would.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A fresh context for looking at what was written.</summary>
    public AppDbContext Db() => _services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();

    /// <summary>An account with roles, and the actor it acts as.</summary>
    public async Task<Actor> PersonAsync(string name, params Role[] roles)
    {
        await using var db = Db();
        var email = $"{name.Replace(' ', '.')}-{Guid.NewGuid():N}@test.vn";
        var user = new AppUser
        {
            FullName = name, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email,
            NormalizedEmail = email.ToUpperInvariant(), SecurityStamp = "s", ConcurrencyStamp = "c",
        };
        db.Users.Add(user);
        await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        var roleNames = roles.Select(r => r.ToString()).ToList();
        var roleIds = await db.Roles.Where(r => roleNames.Contains(r.Name!)).Select(r => r.Id).ToListAsync();
        foreach (var roleId in roleIds) db.UserRoles.Add(new() { UserId = user.Id, RoleId = roleId });
        await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        return new Actor(user.Id, name, RolePermissions.Of(roles));
    }

    private static TestPortal On(TestDatabase database) => new(database, database.ConnectionString, options => options.UsePortalSqlite(database.ConnectionString));

    private static TestPortal On(SqlServerDatabase database) => new(database, database.ConnectionString, options => options.UsePortalSqlServer(database.ConnectionString));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is null) return;
        _database.Dispose();
        if (Directory.Exists(StorageRoot)) Directory.Delete(StorageRoot, recursive: true);
    }
}
