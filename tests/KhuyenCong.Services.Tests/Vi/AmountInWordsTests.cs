using CsCheck;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class AmountInWordsTests
{
    [Theory]
    [InlineData(5_089_000_000, "Năm tỷ không trăm tám mươi chín triệu đồng")]
    [InlineData(356_300_000, "Ba trăm năm mươi sáu triệu ba trăm nghìn đồng")]
    [InlineData(1_005_000, "Một triệu không trăm linh năm nghìn đồng")]
    [InlineData(21_000, "Hai mươi mốt nghìn đồng")]
    [InlineData(24_000_000, "Hai mươi tư triệu đồng")]
    [InlineData(115_000_000, "Một trăm mười lăm triệu đồng")]
    [InlineData(10_000_000_015, "Mười tỷ không trăm mười lăm đồng")]
    [InlineData(1_234_567, "Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng")]
    public void Amounts_read_as_papers_write_them(long dong, string expected) =>
        Assert.Equal(expected, AmountInWords.Of(new Vnd(dong)));

    [Theory]
    [InlineData(0, "Không đồng")]
    [InlineData(1, "Một đồng")]
    [InlineData(4, "Bốn đồng")]
    [InlineData(5, "Năm đồng")]
    [InlineData(10, "Mười đồng")]
    [InlineData(11, "Mười một đồng")]
    [InlineData(14, "Mười bốn đồng")]
    [InlineData(15, "Mười lăm đồng")]
    [InlineData(20, "Hai mươi đồng")]
    [InlineData(21, "Hai mươi mốt đồng")]
    [InlineData(25, "Hai mươi lăm đồng")]
    [InlineData(100, "Một trăm đồng")]
    [InlineData(101, "Một trăm linh một đồng")]
    [InlineData(104, "Một trăm linh bốn đồng")]
    [InlineData(105, "Một trăm linh năm đồng")]
    [InlineData(110, "Một trăm mười đồng")]
    [InlineData(991, "Chín trăm chín mươi mốt đồng")]
    [InlineData(1_001, "Một nghìn không trăm linh một đồng")]
    [InlineData(1_000_000, "Một triệu đồng")]
    [InlineData(1_000_001, "Một triệu không trăm linh một đồng")]
    [InlineData(2_000_500_000, "Hai tỷ năm trăm nghìn đồng")]
    public void Small_words_follow_their_place(long dong, string expected) =>
        Assert.Equal(expected, AmountInWords.Of(new Vnd(dong)));

    [Theory]
    [InlineData(-5_000_000, "Âm năm triệu đồng")]
    [InlineData(-1, "Âm một đồng")]
    public void Negative_amounts_say_so_first(long dong, string expected) =>
        Assert.Equal(expected, AmountInWords.Of(new Vnd(dong)));

    [Theory]
    [InlineData(1_000_000_000_000, "Một nghìn tỷ đồng")]
    [InlineData(1_000_000_000_000_000_000, "Một tỷ tỷ đồng")]
    [InlineData(long.MaxValue, "Chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ " +
        "tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh bảy đồng")]
    [InlineData(long.MinValue, "Âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ " +
        "tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám đồng")]
    public void Above_a_billion_the_reading_repeats(long dong, string expected) =>
        Assert.Equal(expected, AmountInWords.Of(new Vnd(dong)));

    [Fact]
    public void Words_read_back_give_the_amount() =>
        Gen.Long.Sample(dong => Assert.Equal(dong, WordsReader.Read(AmountInWords.Of(new Vnd(dong)))));

    [Fact]
    public void Words_of_round_amounts_read_back_too() => Gen.Select(Gen.Int[0, 9_999], Gen.Int[0, 15]).Sample((digits, zeros) =>
    {
        var dong = digits * (long)Math.Pow(10, zeros % 15);
        Assert.Equal(dong, WordsReader.Read(AmountInWords.Of(new Vnd(dong))));
    });

    /// <summary>A second, independent reading of Vietnamese numerals.</summary>
    private static class WordsReader
    {
        private static readonly string[] Ones =
            ["không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"];

        public static long Read(string words)
        {
            var tokens = words.ToLowerInvariant().Split(' ').ToList();
            Assert.Equal("đồng", tokens[^1]);
            var isNegative = tokens[0] == "âm";
            Int128 total = 0, group = 0, ones = 0;
            foreach (var token in tokens[(isNegative ? 1 : 0)..^1])
            {
                switch (token)
                {
                    case "trăm": (group, ones) = (group + (ones * 100), 0); break;
                    case "mươi": (group, ones) = (group + (ones * 10), 0); break;
                    case "mười": group += 10; break;
                    case "linh": break;
                    case "nghìn": (total, group, ones) = (total + ((group + ones) * 1_000), 0, 0); break;
                    case "triệu": (total, group, ones) = (total + ((group + ones) * 1_000_000), 0, 0); break;
                    case "tỷ": (total, group, ones) = ((total + group + ones) * 1_000_000_000, 0, 0); break;
                    default: ones = OneOf(token); break;
                }
            }

            total += group + ones;
            return (long)(isNegative ? -total : total);
        }

        private static int OneOf(string token)
        {
            var digit = Array.FindIndex(Ones, words => words.Split(' ').Contains(token, StringComparer.Ordinal));
            Assert.InRange(digit, 0, 9);
            return digit;
        }
    }
}
