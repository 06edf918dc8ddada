using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.Services.Seeding;

/// <summary>What the demo's story is played with: the pages' own services, the demo accounts, the files, the clock.</summary>
/// <param name="Scopes">Makes a scope for each step, as a request would.</param>
/// <param name="OpenFile">Opens one of the demo's files by name.</param>
/// <param name="SetClock">Stops the portal's clock at a moment of the story.</param>
public sealed record DemoStage(IServiceScopeFactory Scopes, Func<string, Stream> OpenFile, Action<DateTimeOffset> SetClock)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The story goes on at nine o'clock of a day.</summary>
    public void On(DateOnly day, int hour = 9) => SetClock(new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), Vietnam));

    /// <summary>One step through a service; anything but done stops the start, because the story is wrong then.</summary>
    public async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> step)
        where TService : notnull
        where T : Result
    {
        await using var scope = Scopes.CreateAsyncScope();
        var result = await step(scope.ServiceProvider.GetRequiredService<TService>());
        if (!result.IsDone)
        {
            throw new InvalidOperationException(
                $"Demo step {typeof(TService).Name} ended as {result.Outcome}: {string.Join("; ", result.Refusals)} {string.Join("; ", result.Errors)}");
        }

        return result;
    }

    /// <summary>A look into the database.</summary>
    public async Task<T> LookAsync<T>(Func<AppDbContext, Task<T>> look)
    {
        await using var scope = Scopes.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>The demo account as an actor.</summary>
    public Task<Actor> ActorAsync(string email) => LookAsync(async db =>
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Email == email);
        var roles = await db.UserRoles.Where(r => r.UserId == user.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync();
        return new Actor(user.Id, user.FullName, RolePermissions.Of(roles.Select(Enum.Parse<Role>)));
    });
}
