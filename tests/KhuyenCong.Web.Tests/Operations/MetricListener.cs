using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using KhuyenCong.Web.Operations.Watch;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>Hears every measurement of the portal's meter in this process, whichever portal of a parallel test made it.</summary>
public sealed class MetricListener : IDisposable
{
    private readonly MeterListener _listener = new();

    public MetricListener()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PortalMetrics.MeterName) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Heard.Add((instrument.Name, value, tags.ToArray())));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Heard.Add((instrument.Name, value, tags.ToArray())));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Heard.Add((instrument.Name, value, tags.ToArray())));
        _listener.Start();
    }

    public ConcurrentBag<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> Heard { get; } = [];

    /// <summary>The values of an instrument under a tag.</summary>
    public IReadOnlyList<double> Of(string name, string tag, string value) =>
        [.. Heard.Where(h => h.Name == name && h.Tags.Any(t => t.Key == tag && (string?)t.Value == value)).Select(h => h.Value)];

    public void Dispose() => _listener.Dispose();
}
