using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Tests.Plans;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>What a form answers to a place that it cannot read.</summary>
public sealed class AreaAnswersTests
{
    [Theory]
    [InlineData("Toàn tỉnh", null)]
    [InlineData("Huyện Krông Năng", null)]
    [InlineData("Thôn 3, xã Ea Bhốk, huyện Cư Kuin", "Địa bàn chỉ ghi đến xã, phường; bỏ «Thôn 3» và ghi vào mục tiêu, quy mô nếu cần.")]
    [InlineData("Toàn tỉnh (ưu tiên xã nghèo)", "Địa bàn chỉ ghi đến xã, phường; bỏ «ưu tiên xã nghèo» và ghi vào mục tiêu, quy mô nếu cần.")]
    [InlineData("Sao Hỏa xa xôi", "Không có địa bàn «Sao Hỏa xa xôi»; ghi tên huyện, xã hoặc «Toàn tỉnh».")]
    [InlineData("Huyện Krông Nănh", "Không có địa bàn «Huyện Krông Nănh»; có phải: Huyện Krông Năng; Thị trấn Krông Năng – Huyện Krông Năng; Huyện Krông A Na?")]
    [InlineData("Tân Lập", "«Tân Lập» có thể là nhiều nơi: Phường Tân Lập – Thành phố Buôn Ma Thuột; Xã Tân Lập – Huyện Krông Búk. Ghi rõ huyện hoặc xã.")]
    public async Task Nothing_where_it_is_understood_else_what_is_near(string area, string? message)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(Tranche.Numbered(1));
        var result = await desk.AddAsync(plan, PlanDesk.Project() with { Area = area });
        Assert.Equal(message is null ? [] : [new FieldError("Area", message)], result.Errors);
    }
}
