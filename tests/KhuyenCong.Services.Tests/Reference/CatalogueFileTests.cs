using System.Text;
using KhuyenCong.Data.Reference;
using KhuyenCong.Domain.Money;
using Xunit;

namespace KhuyenCong.Services.Tests.Reference;

public class CatalogueFileTests
{
    [Fact]
    public void Categories_are_ND1_to_ND10_and_the_tenth_is_valid_from_decree_235()
    {
        var categories = ReferenceFiles.ActivityCategories();

        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"ND{number}"), categories.Select(category => category.Code), StringComparer.Ordinal);
        Assert.Equal(new DateOnly(2025, 10, 15), categories[9].ValidFrom);
        Assert.All(categories.Take(9), category => Assert.Equal(new DateOnly(2012, 7, 5), category.ValidFrom));
    }

    [Fact]
    public void Models_consultancy_and_clusters_need_a_contract() =>
        Assert.Equal(
            ["ND3", "ND5", "ND7"],
            ReferenceFiles.ActivityCategories().Where(category => category.ContractRequired).Select(category => category.Code),
            StringComparer.Ordinal);

    [Theory]
    [InlineData("DEMO_NEW", 30, 1_000)]
    [InlineData("MACHINERY", 50, 300)]
    [InlineData("MACHINERY_LINE", 50, 450)]
    [InlineData("VOTE_REGION", null, 200)]
    [InlineData("VOTE_NATIONAL", null, 400)]
    [InlineData("CLUSTER_INFRA", null, 6_000)]
    public void Confirmed_norms_have_their_rate_and_cap(string code, int? rate, long capInMillions)
    {
        var norm = Assert.Single(ReferenceFiles.SpendingNorms(), norm => norm.Code == code);

        Assert.Equal(rate, norm.MaxRatePercent);
        Assert.Equal(Vnd.Million(capInMillions), norm.Cap);
    }

    [Fact]
    public void No_unconfirmed_norm_is_shipped() => Assert.Equal(6, ReferenceFiles.SpendingNorms().Count);

    [Fact]
    public void Organisations_are_four_of_four_kinds() =>
        Assert.Equal(
            ["SCT:Department", "TTKC:Centre", "UBND:PeoplesCommittee", "BCT:Ministry"],
            ReferenceFiles.Organisations().Select(organisation => $"{organisation.Code}:{organisation.Kind}"),
            StringComparer.Ordinal);

    [Theory]
    [InlineData("units.csv")]
    [InlineData("unit-aliases.csv")]
    [InlineData("activity-categories.csv")]
    [InlineData("spending-norms.csv")]
    [InlineData("organisations.csv")]
    public void Files_are_NFC_in_UTF8_without_byte_order_mark_and_with_LF(string fileName)
    {
        using var stream = typeof(ReferenceCsv).Assembly.GetManifestResourceStream("KhuyenCong.Data.Reference." + fileName)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());

        Assert.NotEqual('\uFEFF', text[0]);
        Assert.DoesNotContain('\r', text);
        Assert.True(text.IsNormalized(NormalizationForm.FormC));
    }
}
