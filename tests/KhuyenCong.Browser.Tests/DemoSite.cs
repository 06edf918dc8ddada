using KhuyenCong.Web.Tests.Security.Provider;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(KhuyenCong.Browser.Tests.DemoSite))]

namespace KhuyenCong.Browser.Tests;

/// <summary>The portal as `dotnet run` starts it in Development, with its demonstration, on a real address, an identity provider on another, and one Chromium.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public const string Password = "KhuyenCong#2024";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "khuyencong-browser-tests", Guid.NewGuid().ToString("N"));
    private TestProvider? _provider;
    private Portal? _portal;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What the identity provider is called.</summary>
    public const string ProviderName = "SSO tỉnh Đắk Lắk";

    internal TestProvider Provider => _provider!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsThere) return;
        Directory.CreateDirectory(_folder);
        _provider = await TestProvider.StartAsync();
        _portal = new Portal(_folder, _provider.Authority);
        _portal.UseKestrel(0);
        _portal.StartServer();
        // By name: passkeys belong to a name, never to a number.
        Address = new UriBuilder(_portal.ClientOptions.BaseAddress) { Host = "localhost" }.Uri.ToString().TrimEnd('/');
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Flags });
    }

    /// <summary>A new browser window, of nobody yet.</summary>
    public async Task<IPage> OpenAsync(int width = 1366, int height = 768, bool script = true)
    {
        Chromium.Require();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address, ViewportSize = new() { Width = width, Height = height }, Locale = "vi-VN", JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>A new browser window, signed in with a demo account.</summary>
    public async Task<IPage> SignInAsync(string account, int width = 1366, int height = 768, bool script = true)
    {
        var page = await OpenAsync(width, height, script);
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Địa chỉ email").FillAsync(account);
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();

        await page.ToHaveLeftAsync("/dang-nhap");
        await page.Locator("h1").First.WaitForAsync();
        return page;
    }

    public static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/dang-xuat");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Đăng nhập");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_portal is not null) await _portal.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private sealed class Portal(string folder, string provider) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("ConnectionStrings:KhuyenCong", $"Data Source={Path.Combine(folder, "portal.db")}");
            builder.UseSetting("Storage:Root", Path.Combine(folder, "kho"));
            builder.UseSetting("Audit:Key", Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]));
            builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
            builder.UseSetting("Passwords:Iterations", "1000");
            builder.UseSetting("OpenId:Authority", provider);
            builder.UseSetting("OpenId:ClientId", TestProvider.Client);
            builder.UseSetting("OpenId:ClientSecret", TestProvider.Secret);
            builder.UseSetting("OpenId:Name", ProviderName);
        }
    }
}
