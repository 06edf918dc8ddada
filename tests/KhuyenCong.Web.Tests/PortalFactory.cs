using System.Globalization;
using System.Net;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.TestSupport;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
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

    private bool _isSecond;

    private PortalFactory(TestDatabase database, string environment)
    {
        _database = database;
        _environment = environment;
    }

    /// <summary>The portal's today: 15/11/2024 09:00 in Vietnam.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 11, 15, 2, 0, 0, TimeSpan.Zero));

    /// <summary>The clock of cookies, of session checks and of waits after failed tries.</summary>
    public FakeTimeProvider SessionClock { get; } = new(new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero));

    public string ConnectionString => _database.ConnectionString;

    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public static async Task<PortalFactory> StartAsync(string environment = "Development") => new(await TestDatabase.CreateAsync(), environment);

    /// <summary>Another node over the same database, with clocks of its own.</summary>
    public PortalFactory SecondNode() => new(_database, _environment) { _isSecond = true };

    public AppDbContext Db() => Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();

    /// <summary>A browser that does not follow redirects.</summary>
    /// <param name="address">The network address it comes from.</param>
    /// <param name="cookies">Cookies copied from another browser; none for one that was never here.</param>
    public Browser Browser(string address = "127.0.0.1", CookieContainer? cookies = null)
    {
        var jar = cookies ?? new CookieContainer();
        var client = CreateDefaultClient(
            new Uri(_environment == "Development" ? "http://localhost" : "https://khuyencong.kiemthu.vn"), new CookieContainerHandler(jar));
        client.DefaultRequestHeaders.Add(TestAddress.Header, address);
        return new Browser(client) { Cookies = jar };
    }

    /// <summary>An account with roles and <see cref="Password"/>.</summary>
    /// <returns>Its id and address.</returns>
    public async Task<(int Id, string Email)> AccountAsync(params Role[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var email = string.Create(CultureInfo.InvariantCulture, $"u{Guid.NewGuid():N}@kiemthu.vn");
        var maker = new Actor(null, "Kiểm thử", new HashSet<string>(StringComparer.Ordinal) { Permissions.AccountsManage });
        var made = await scope.ServiceProvider.GetRequiredService<OperatorAccountService>().CreateAsync(
            maker, new NewAccount { Email = email, FullName = "Người " + roles[0], Roles = roles, Reason = "Kiểm thử" }, Password, mustChange: false, CancellationToken.None);
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
        builder.UseSetting("AllowedHosts", "khuyencong.kiemthu.vn;localhost;127.0.0.1");
        builder.UseSetting("Audit:Key", Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]));
        builder.UseSetting("Storage:Root", _storage);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        // Tests walk every page as one person within seconds; those of the limits set their own.
        builder.UseSetting("Limits:RequestsPerMinute", "10000000");
        // A test that asks for production's strength takes this one out.
        if (_environment != "Production") builder.UseSetting("Passwords:Iterations", "1000");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(new DoorClock(SessionClock));
            services.AddSingleton<IStartupFilter, TestAddress>();
            services.PostConfigure<SecurityStampValidatorOptions>(options => options.TimeProvider = SessionClock);
            services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options => options.TimeProvider = SessionClock);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        if (!_isSecond) _database.Dispose();
        if (Directory.Exists(_storage)) Directory.Delete(_storage, recursive: true);
    }
}
