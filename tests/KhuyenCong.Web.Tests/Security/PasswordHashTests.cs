using System.Buffers.Binary;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class PasswordHashTests
{
    [Fact]
    public async Task Production_hashes_with_600_000_iterations()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        var hasher = portal.Services.CreateScope().ServiceProvider.GetRequiredService<IPasswordHasher<AppUser>>();
        Assert.Equal(600_000, IterationsOf(hasher.HashPassword(new AppUser { FullName = "" }, PortalFactory.Password)));
    }

    [Fact]
    public async Task Production_does_not_start_with_fewer()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        portal.Settings["Passwords:Iterations"] = "599999";
        Assert.ThrowsAny<InvalidOperationException>(() => portal.Services);
    }

    [Fact]
    public async Task An_old_hash_is_made_anew_when_its_owner_signs_in_and_only_then()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Leader);
        await using (var db = portal.Db())
        {
            var old = new PasswordHasher<AppUser>(Options.Create(new PasswordHasherOptions { IterationCount = 500 }));
            var user = await db.Users.SingleAsync(u => u.Id == id);
            user.PasswordHash = old.HashPassword(user, PortalFactory.Password);
            await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
        }

        using (await portal.Browser().TryToSignInAsync(email, "sai mat khau roi")) { }
        Assert.Equal(500, await StoredAsync(portal, id));
        await portal.Browser().SignInAsync(email, PortalFactory.Password);
        Assert.Equal(1000, await StoredAsync(portal, id));
        await portal.Browser().SignInAsync(email, PortalFactory.Password);
    }

    [Fact]
    public async Task An_account_without_a_password_answers_like_any_other()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Leader);
        await using (var db = portal.Db())
        {
            (await db.Users.SingleAsync(u => u.Id == id)).PasswordHash = null;
            await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
        }

        using var answer = await portal.Browser().TryToSignInAsync(email, PortalFactory.Password);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<int> StoredAsync(PortalFactory portal, int id)
    {
        await using var db = portal.Db();
        return IterationsOf((await db.Users.SingleAsync(u => u.Id == id)).PasswordHash!);
    }

    private static int IterationsOf(string hash) => (int)BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5, 4));
}
