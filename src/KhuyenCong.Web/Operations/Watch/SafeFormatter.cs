using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>
/// The one formatter of console and file: one event is one line, whatever its values hold. Lines of an exception's trace
/// follow behind "  | ", which no event begins with.
/// </summary>
/// <param name="asJson">One JSON object a line instead of text.</param>
/// <param name="withMessages">Lets exceptions quote what was typed and stored.</param>
public sealed class SafeFormatter(bool asJson, bool withMessages) : ITextFormatter
{
    // Strings stand in quotes, so that a value cannot pass for the words beside it.
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {TraceId} {RequestId} {Message}";
    private const string Margin = "  | ";

    // Secrets may stand in an address; the place without its values is in the message.
    private static readonly string[] Unwanted = ["RequestPath", "Path", "QueryString"];

    private static readonly RenderedCompactJsonFormatter Json = new();
    private static readonly MessageTemplateTextFormatter Text = new(Line, CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var told = Told(logEvent);
        using var draft = new StringWriter(CultureInfo.InvariantCulture);
        if (asJson) Json.Format(told, draft);
        else Text.Format(told, draft);
        output.Write(LogText.Escape(draft.ToString().TrimEnd('\r', '\n')));
        output.Write('\n');
        if (asJson || told.Exception is null) return;
        foreach (var line in told.Exception.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            output.Write(Margin);
            output.Write(LogText.Escape(line));
            output.Write('\n');
        }
    }

    private LogEvent Told(LogEvent logEvent) => new(
        logEvent.Timestamp,
        logEvent.Level,
        logEvent.Exception is null ? null : ToldException.Of(logEvent.Exception, withMessages),
        logEvent.MessageTemplate,
        logEvent.Properties.Where(p => !IsUnwanted(p.Key, logEvent.MessageTemplate)).Select(p => new LogEventProperty(p.Key, p.Value)),
        logEvent.TraceId ?? default,
        logEvent.SpanId ?? default);

    private static bool IsUnwanted(string name, MessageTemplate template) =>
        Unwanted.Contains(name, StringComparer.Ordinal) && !template.Text.Contains('{' + name, StringComparison.Ordinal);
}
