using System.Diagnostics.Metrics;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>
/// The portal's own figures, under the meter "KhuyenCong". Tags are few and bounded: outcomes, codes and pages are names of
/// the program; accounts, addresses and what was typed never are.
/// </summary>
public sealed class PortalMetrics
{
    public const string MeterName = "KhuyenCong";

    private const int MostCodes = 5;

    private readonly Counter<long> _signIns;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _events;
    private readonly Counter<long> _alarms;
    private readonly Histogram<double> _saves;
    private readonly Histogram<int> _commands;
    private readonly Histogram<double> _verifications;
    private readonly Counter<long> _faults;

    public PortalMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _signIns = meter.CreateCounter<long>("khuyencong.sign_ins", "{try}", "Tries to sign in, by outcome");
        _refusals = meter.CreateCounter<long>("khuyencong.refusals", "{refusal}", "Unmet conditions, by code");
        _events = meter.CreateCounter<long>("khuyencong.security_events", "{event}", "Security events, by kind; downloads and rate limits among them");
        _alarms = meter.CreateCounter<long>("khuyencong.integrity_alarms", "{alarm}", "Rows that did not agree with the trail when they were saved");
        _saves = meter.CreateHistogram<double>("khuyencong.save.duration", "s", "Time from taking the head of the trail to the commit; ended tells commit or rollback");
        _commands = meter.CreateHistogram<int>("khuyencong.page.sql_commands", "{command}", "SQL commands of one page");
        _verifications = meter.CreateHistogram<double>("khuyencong.verification.duration", "s", "Time of a verification");
        _faults = meter.CreateCounter<long>("khuyencong.verification.faults", "{fault}", "What verifications found");
    }

    public void SignedIn(string outcome) => _signIns.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Happened(SecurityEvent what, string? codes)
    {
        _events.Add(1, new KeyValuePair<string, object?>("event", what.ToString()));
        foreach (var code in (codes ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MostCodes)) _refusals.Add(1, new KeyValuePair<string, object?>("code", code));
    }

    public void Alarmed() => _alarms.Add(1);

    public void Saved(TimeSpan took, bool committed) => _saves.Record(took.TotalSeconds, new KeyValuePair<string, object?>("ended", committed ? "commit" : "rollback"));

    public void PageRead(string pattern, int commands) => _commands.Record(commands, new KeyValuePair<string, object?>("http.route", pattern));

    public void Verified(TimeSpan took, int faults)
    {
        _verifications.Record(took.TotalSeconds);
        _faults.Add(faults);
    }
}
