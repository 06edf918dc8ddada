using System.Buffers;
using System.Text;
using CsCheck;
using KhuyenCong.Domain.Text.Legacy;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Domain.Tests.Text.Legacy;

public class LegacyRoundTripTests
{
    private static readonly Gen<string> Phrases = Gen.Select(Gen.Int[0, LegacySample.Words.Count - 1].Select(at => LegacySample.Words[at]).Array[1, 8], Gen.Bool)
        .Select((words, isName) => string.Join(' ', words.Select((w, i) => isName || i == 0 ? char.ToUpperInvariant(w[0]) + w[1..] : w)));

    // Letters of neither Vietnamese nor its neighbours' names: of TCVN3 first, then of VNI.
    private static readonly SearchValues<char> Certain = SearchValues.Create("¸¶·¨¼½¾¬®§øûåäë");

    private static readonly Gen<string> Names = Gen.Frequency((3, Phrases), (1, Gen.Int[0, LegacySample.Units.Count - 1].Select(at => LegacySample.Units[at])));

    [Fact]
    public void Both_tables_have_every_letter()
    {
        foreach (var letter in LegacySample.Letters)
        {
            Assert.NotNull(LegacySample.Encode(letter.ToString(), LegacyEncoding.Tcvn3));
            Assert.NotNull(LegacySample.Encode(letter.ToString(), LegacyEncoding.Vni));
            Assert.NotNull(LegacySample.Encode(char.ToUpperInvariant(letter).ToString(), LegacyEncoding.Vni));
        }

        Assert.All("ĂÂÊÔƠƯĐ", capital => Assert.NotNull(LegacySample.Encode(capital.ToString(), LegacyEncoding.Tcvn3)));
    }

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.Vni)]
    public void What_was_written_in_a_table_comes_back(LegacyEncoding encoding) => Names.Sample(name =>
    {
        if (LegacySample.Encode(name, encoding) is { } seen) Assert.Equal(name.Normalize(NormalizationForm.FormC), LegacyText.Convert(seen, encoding));
    }, iter: 3_000);

    [Fact]
    public void Unicode_is_clean_composed_or_not() => Names.Sample(name =>
    {
        Assert.Equal(TextState.Clean, LegacyText.Judge(name.Normalize(NormalizationForm.FormC)));
        Assert.Equal(TextState.Clean, LegacyText.Judge(name.Normalize(NormalizationForm.FormD)));
        Assert.Equal(TextState.Clean, LegacyText.Judge(name.ToUpperInvariant()));
    }, iter: 3_000);

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.Vni)]
    public void What_was_written_in_a_table_is_told_or_looks_like_Unicode(LegacyEncoding encoding) => Names.Sample(name =>
    {
        if (LegacySample.Encode(name, encoding) is not { } seen || seen.All(char.IsAscii)) return;
        Assert.NotEqual(encoding == LegacyEncoding.Tcvn3 ? LegacyEncoding.Vni : LegacyEncoding.Tcvn3, LegacyText.Detect(seen));
        if (seen.AsSpan().ContainsAny(Certain)) Assert.NotEqual(TextState.Clean, LegacyText.Judge(seen));
    }, iter: 3_000);

    // Of 360 names: those of the highlands that look right as they stand and by no table are asked.
    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.Vni)]
    public void Units_in_an_old_table_are_told_but_for_a_few(LegacyEncoding encoding)
    {
        var seen = LegacySample.Units.Select(u => LegacySample.Encode(u, encoding)).OfType<string>().Where(u => !u.All(char.IsAscii)).ToList();
        var missed = seen.Where(u => LegacyText.Detect(u) != encoding).ToList();
        Assert.InRange(missed.Count, 0, 4);
        Assert.All(missed, unit => Assert.Equal(TextState.Suspicious, LegacyText.Judge(unit)));
    }

    [Fact]
    public void Every_unit_is_clean() => Assert.All(LegacySample.Units, unit => Assert.Equal(TextState.Clean, LegacyText.Judge(unit)));

    [Fact]
    public void No_text_of_the_portal_itself_is_taken_for_old()
    {
        foreach (var path in Repository.Files("docs", "*.vi.md").Concat(Repository.Files("src/KhuyenCong.Web/Pages", "*.cshtml")).Concat(Repository.Files("src/KhuyenCong.Services/Vi", "*.cs")))
        {
            foreach (var line in File.ReadLines(Repository.At(path))) Assert.True(LegacyText.Judge(line) == TextState.Clean, $"{path}: {line}");
        }
    }

    [Fact]
    public void Any_text_is_judged_and_converted_without_failing() => Gen.String.Sample(text =>
    {
        LegacyText.Judge(text);
        LegacyText.IsMojibake(text);
        foreach (var encoding in Enum.GetValues<LegacyEncoding>()) Assert.True(LegacyText.Convert(text, encoding).IsNormalized());
    });
}
