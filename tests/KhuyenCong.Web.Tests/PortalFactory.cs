using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KhuyenCong.Web.Tests;

/// <summary>The whole portal over HTTP, on a fresh database, with fixed clocks and no demo data.</summary>
public sealed class PortalFactory : WebApplicationFactory<Program>
{
    public const string Password = "mat khau dung thu";

    private readonly TestDatabase _database;
    private readonly string _environment;
    private readonly string _storage = Path.Combine(Path.GetTempPath(), "khuyencong-web-tests", Guid.NewGuid().ToString("N"));

    private PortalFactory(TestDatabase database, string environment)
    {
        _database = database;
        _environment = environment;
    }

    /// <summary>The portal's today: 15/11/2024 09:00 in Vietnam.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 11, 15, 2, 0, 0, TimeSpan.Zero));

    /// <summary>The clock of cookies, of session checks and of the lockouts of addresses without an account.</summary>
    public FakeTimeProvider SessionClock { get; } = new(new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero));

    public string ConnectionString => _database.ConnectionString;

    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public static async Task<PortalFactory> StartAsync(string environment = "Development") => new(await TestDatabase.CreateAsync(), environment);

    public AppDbContext Db() => Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();

    /// <summary>A browser without a session that does not follow redirects.</summary>
    public Browser Browser() => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false, BaseAddress = new Uri(_environment == "Development" ? "http://localhost" : "https://khuyencong.kiemthu.vn"),
    }));

    /// <summary>An account with roles and <see cref="Password"/>.</summary>
    /// <returns>Its id and address.</returns>
    public async Task<(int Id, string Email)> AccountAsync(params Role[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var email = string.Create(CultureInfo.InvariantCulture, $"u{Guid.NewGuid():N}@kiemthu.vn");
        var maker = new Actor(null, "Kiểm thử", new HashSet<string>(StringComparer.Ordinal) { Permissions.AccountsManage });
        var made = await scope.ServiceProvider.GetRequiredService<AccountService>().CreateAsync(
            maker, new NewAccount { Email = email, FullName = "Người " + roles[0], Roles = roles, Password = Password }, CancellationToken.None);
        return (made.Value, email);
    }

    /// <summary>A browser signed in as somebody with these roles.</summary>
    public async Task<Browser> SignInAsync(params Role[] roles)
    {
        var browser = Browser();
        var (_, email) = await AccountAsync(roles);
        await browser.SignInAsync(email, Password);
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("ConnectionStrings:KhuyenCong", _database.ConnectionString);
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("AllowedHosts", "khuyencong.kiemthu.vn;localhost");
        builder.UseSetting("Audit:Key", Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]));
        builder.UseSetting("Storage:Root", _storage);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(_ => new UnknownTries(SessionClock));
            services.PostConfigure<SecurityStampValidatorOptions>(options => options.TimeProvider = SessionClock);
            services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options => options.TimeProvider = SessionClock);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        _database.Dispose();
        if (Directory.Exists(_storage)) Directory.Delete(_storage, recursive: true);
    }
}
