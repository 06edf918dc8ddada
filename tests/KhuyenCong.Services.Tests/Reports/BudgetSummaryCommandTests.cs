using System.Diagnostics;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Reports;
using KhuyenCong.TestSupport;
using KhuyenCong.TestSupport.Scenes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace KhuyenCong.Services.Tests.Reports;

public class BudgetSummaryCommandTests
{
    [Fact]
    public async Task The_number_of_commands_does_not_grow_with_the_projects()
    {
        await using var portal = await TestPortal.StartAsync();
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);
        await new RandomBudget(await BudgetScene.OpenAsync(portal), 5).SaveAsync(4);
        var few = await CountAsync(portal, manager);
        await using var larger = await TestPortal.StartAsync();
        var other = await larger.PersonAsync("Quản lý", Role.Manager);
        await new RandomBudget(await BudgetScene.OpenAsync(larger), 6).SaveAsync(80);
        Assert.Equal(few, await CountAsync(larger, other));
        Assert.InRange(few, 1, 9);
    }

    private static async Task<int> CountAsync(TestPortal portal, Actor actor)
    {
        using var counter = new CommandCounter(portal.ConnectionString);
        var read = await portal.UseAsync<BudgetSummaryService, Result<BudgetSummary>>(
            s => s.ReadAsync(actor, new() { Year = 2024, AsOf = new DateOnly(2024, 10, 1) }, CancellationToken.None));
        Assert.True(read.Value.Total.Projects > 0);
        return counter.Count;
    }

    /// <summary>Counts the commands that EF Core sends to one database while it lives.</summary>
    private sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _source;
        private readonly List<IDisposable> _subscriptions = [];
        private int _count;

        public CommandCounter(string connectionString)
        {
            _source = connectionString.Split(';')[0];
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count => _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData { } done && done.Command.Connection is { } connection && connection.ConnectionString.StartsWith(_source, StringComparison.Ordinal)) Interlocked.Increment(ref _count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions) subscription.Dispose();
        }
    }
}
