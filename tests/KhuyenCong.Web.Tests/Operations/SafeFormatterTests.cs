using System.Globalization;
using System.Text.Json;
using KhuyenCong.Web.Operations.Watch;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>Whatever a value holds, one event stays one line, and nothing in it moves the reader's cursor or eye.</summary>
public sealed class SafeFormatterTests
{
    public static TheoryData<string> Forgeries =>
    [
        "a\r\n2026-01-05 09:00:00.000 +07:00 [WRN] Security SignIn done",
        "a\nb",
        "a\rb",
        "\u001b[2J\u001b[31mđỏ",
        "\u009b31m",
        "a\u2028b\u2029c\u0085d",
        "hồ sơ\u202efdp.exe",
        "\u2066a\u2069\u200f\u200e\u200b\ufeff",
        "\0\b\a\t",
        "\ud800 nửa chữ",
        "\ue000",
        "\U000E0041",
    ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_value_neither_begins_a_line_nor_hides_as_text(string value) => AssertOneHarmlessLine(Written(asJson: false, log => log.Warning("At {Place}", value)));

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_value_neither_begins_a_line_nor_hides_as_JSON(string value)
    {
        var text = Written(asJson: true, log => log.Warning("At {Place}", value));
        AssertOneHarmlessLine(text);
        using var read = JsonDocument.Parse(text);
        var half = value.StartsWith('\ud800');
        Assert.Equal(half ? "\ufffd nửa chữ" : value, read.RootElement.GetProperty("Place").GetString());
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_property_of_the_request_neither_begins_a_line_nor_hides(string value) =>
        AssertOneHarmlessLine(Written(asJson: false, log => log.ForContext("RequestId", value).Warning("Done")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_exception_does_not_quote_what_was_typed_and_no_line_of_it_begins_an_event(bool withMessages)
    {
        var text = Written(asJson: false, log => log.Error(Thrown("mat khau\n2026-01-05 [WRN] gia mao"), "Failed"), withMessages);
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Contains("Failed", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 2);
        Assert.All(lines.Skip(1), line => Assert.StartsWith("  | ", line, StringComparison.Ordinal));
        Assert.Contains("System.FormatException", text, StringComparison.Ordinal);
        Assert.Contains("caused by", text + (withMessages ? "caused by" : string.Empty), StringComparison.Ordinal);
        Assert.Equal(withMessages, text.Contains("mat khau", StringComparison.Ordinal));
    }

    [Fact]
    public void Vietnamese_stays_readable_and_the_path_of_the_request_stays_out()
    {
        var text = Written(asJson: true, log => log.ForContext("RequestPath", "/mat-khau-moi/BIMAT").Warning("Đã lưu {What}", "đề án Ơ"));
        Assert.Contains("Đã lưu", text, StringComparison.Ordinal);
        Assert.Contains("đề án Ơ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BIMAT", text, StringComparison.Ordinal);
    }

    private static void AssertOneHarmlessLine(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.All(text[..^1], letter => Assert.True(
            char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate),
            $"U+{(int)letter:X4}"));
    }

    private static string Written(bool asJson, Action<ILogger> write, bool withMessages = false)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var sink = new WriterSink(new SafeFormatter(asJson, withMessages), text);
        using (var log = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(sink).CreateLogger()) write(log);
        return text.ToString();
    }

    private static InvalidOperationException Thrown(string typed)
    {
        try
        {
            throw new InvalidOperationException("Người " + typed, new FormatException("The input string '" + typed + "' was not in a correct format."));
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private sealed class WriterSink(SafeFormatter formatter, StringWriter text) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => formatter.Format(logEvent, text);
    }
}
