using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KhuyenCong.Web.Tests;

/// <summary>Counts the SQL commands executed on one portal's database from its making to its disposal.</summary>
internal sealed class SqlCommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    private readonly string _database;

    public SqlCommandCount(PortalFactory portal)
    {
        _database = portal.ConnectionString;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => _count;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuted.Name || value.Value is not CommandEventData { Command.Connection: { } connection }) return;
        if (connection.ConnectionString.Contains(NameIn(_database), StringComparison.Ordinal)) Interlocked.Increment(ref _count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static string NameIn(string connectionString) => connectionString.Split(';')[0].Split('=')[1];

    public void Dispose()
    {
        foreach (var subscription in _subscriptions) subscription.Dispose();
    }
}
