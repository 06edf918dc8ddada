using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KhuyenCong.Web.Tests;

/// <summary>Counts the SQL commands that one portal's database executes while this lives.</summary>
internal sealed class SqlCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _database;
    private readonly List<IDisposable> _subscriptions = [];
    private int _commands;

    public SqlCount(PortalFactory portal)
    {
        _database = portal.ConnectionString.Split(';')[0];
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Commands => _commands;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed && executed.Command.Connection?.ConnectionString.Contains(_database, StringComparison.OrdinalIgnoreCase) == true) Interlocked.Increment(ref _commands);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
