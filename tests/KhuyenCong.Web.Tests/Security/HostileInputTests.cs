using System.Globalization;
using System.Net;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>
/// Sends absurd values to every parameter of every address and form, found by walking the endpoints: a page that is
/// written later is asked too. The answer may be any but a failure of the portal, and none may end the process.
/// </summary>
public sealed class HostileInputTests(PermissionPortal portal) : IClassFixture<PermissionPortal>
{
    // Far beyond what an answer takes (some 20 ms); a search that explodes takes minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Each value once for every parameter at a time; Vietnamese names, so that a failure tells itself.</summary>
    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["hai nghìn từ"] = string.Join(' ', Enumerable.Range(0, 2_000).Select(i => Letters(i))),
        ["vừa đủ dài"] = string.Join(' ', Enumerable.Range(0, 500).Select(i => Letters(i)))[..499],
        ["một từ dài"] = new string('x', 4_000),
        ["rất dài"] = new string('x', 30_000),
        ["không phải số"] = "NaN",
        ["số quá lớn"] = "99999999999999999999",
        ["số lớn nhất"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ["số nhỏ nhất"] = int.MinValue.ToString(CultureInfo.InvariantCulture),
        ["số lớn nhất 64"] = long.MaxValue.ToString(CultureInfo.InvariantCulture),
        ["số không"] = "0",
        ["ngày không có"] = "31/02/0000",
        ["ngày đầu tiên"] = "01/01/0001",
        ["ngày cuối cùng"] = "31/12/9999",
        ["ký tự điều khiển"] = "a\u0000b\u0007c\u001b[31m\r\nd",
        ["nửa ký tự"] = "\ud800x\udfff\ufffe",
        ["đảo chiều"] = "\u202egpj.exe\u2066\u2069",
        ["tổ hợp"] = "Đa\u0306\u0301k La\u0306\u0301k e\u0302\u0323" + new string('\u0301', 200),
        ["mệnh lệnh"] = "'; DROP TABLE Users;-- %_[]\\ ${7*7} {{7*7}} =cmd|' /C calc'!A0 <script>alert(1)</script>",
        ["đường dẫn"] = "../../../../etc/passwd\\..\\..\\con",
        ["trống"] = "   ",
        ["nhiều tên"] = string.Join("; ", Enumerable.Range(0, 1_000).Select(i => "Cơ sở " + Letters(i))),
    };

    [Fact]
    public async Task No_address_fails_on_a_hostile_parameter()
    {
        var names = await PageParameters.ReadAsync(portal.Services);
        List<string> failures = [];
        foreach (var ask in await AsksAsync(ask => !ask.IsPost))
        {
            var parameters = names.GetValueOrDefault(ask.Route) ?? [];
            foreach (var (name, value) in Values)
            {
                // Together, and the words one by one: a parameter refused at once would keep the others from being read.
                var shortened = value.Length > 2_000 ? value[..2_000] : value;
                await AskAsync(failures, ask, name, [.. parameters.Append("khong-co").Select(p => KeyValuePair.Create(p, shortened)).Take(shortened.Length > 500 ? 2 : 40)]);
                if (!IsRead(name)) continue;
                foreach (var parameter in parameters) await AskAsync(failures, ask, name, [KeyValuePair.Create(parameter, value)]);
            }

            foreach (var parameter in parameters) await AskAsync(failures, ask, "lặp lại", [.. Enumerable.Range(0, 150).Select(i => KeyValuePair.Create(parameter, i.ToString(CultureInfo.InvariantCulture)))]);
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task No_form_fails_on_hostile_fields()
    {
        var names = await PageParameters.ReadAsync(portal.Services);
        List<string> failures = [];
        foreach (var ask in await AsksAsync(ask => ask.IsPost && ask.Route != "/dang-xuat"))
        {
            var fields = names.GetValueOrDefault(ask.Route) ?? [];
            foreach (var (name, value) in Values) await AskAsync(failures, ask, name, [.. fields.Append("khong-co").Select(f => KeyValuePair.Create(f, value))]);
            foreach (var field in fields.Where(f => f.Contains("[0]", StringComparison.Ordinal)).Append("Input"))
            {
                await AskAsync(failures, ask, "nghìn dòng " + field, [.. Enumerable.Range(0, 1_000).Select(i => KeyValuePair.Create(field.Replace("[0]", $"[{i}]", StringComparison.Ordinal), "1"))]);
            }

            await AskAsync(failures, ask, "quá nhiều trường", [.. Enumerable.Range(0, 9_000).Select(i => KeyValuePair.Create($"Input.Items[{i}].Value", "1"))]);
            await AskAsync(failures, ask, "quá sâu", [KeyValuePair.Create(string.Concat(Enumerable.Repeat("Input[0].", 25)) + "X", "1")]);
            await AskAsync(failures, ask, "trường quá dài", [KeyValuePair.Create("Input.Name", new string('x', 300_000))]);
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("/ke-hoach", "q")]
    [InlineData("/don-vi-thu-huong", "q")]
    [InlineData("/quan-tri/tai-khoan", "q")]
    [InlineData("/de-an", "q")]
    [InlineData("/quyet-dinh", "q")]
    public async Task Two_thousand_words_are_refused_with_a_sentence(string route, string parameter)
    {
        using var answer = await portal.SendAsync(PermissionPortal.Everything, new PageAsk("GET", route, null), [new(parameter, string.Concat(Enumerable.Repeat("a ", 2_000)))]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("tối đa 500 ký tự", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_two_hundred_values_are_refused_with_a_sentence()
    {
        using var answer = await portal.SendAsync(
            PermissionPortal.Everything, new PageAsk("GET", "/ke-hoach", null), [.. Enumerable.Range(0, 201).Select(i => KeyValuePair.Create("x", "1"))]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("tối đa 200 điều kiện", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_walk_finds_parameters_of_addresses_of_handlers_and_of_nested_forms()
    {
        var names = await PageParameters.ReadAsync(portal.Services);
        Assert.Contains("tim-danh-ba", names["/ke-hoach/{id:int}/de-an/them"]);
        Assert.Contains("q", names["/de-an"]);
        Assert.Contains("Input.Name", names["/ke-hoach/{id:int}/de-an/them"]);
        Assert.All(names, page => Assert.DoesNotContain(page.Value, string.IsNullOrEmpty));
    }

    // One by one only what gets deepest: a search as long as it may be, and the ends of numbers.
    private static bool IsRead(string name) => name is "vừa đủ dài" or "số lớn nhất" or "số nhỏ nhất";

    private async Task<IEnumerable<PageAsk>> AsksAsync(Func<PageAsk, bool> chosen) =>
        (await EndpointTable.ReadAsync(portal.Services)).SelectMany(l => l.Asks()).Distinct().Where(chosen)
        .Where(ask => ask.State is null or Domain.Plans.PlanStatus.Draft);

    private async Task AskAsync(List<string> failures, PageAsk ask, string what, List<KeyValuePair<string, string>> values)
    {
        if (failures.Count > 20) return;
        try
        {
            using var answer = await portal.SendAsync(PermissionPortal.Everything, ask, values).WaitAsync(Patience);
            if ((int)answer.StatusCode >= 500) failures.Add($"{ask}: {what} ({string.Join(", ", values.Select(v => v.Key).Take(4))}): {(int)answer.StatusCode}");
        }
        catch (TimeoutException)
        {
            failures.Add($"{ask}: {what}: no answer");
        }
    }

    private static string Letters(int number) => string.Create(CultureInfo.InvariantCulture, $"t{number:x}");
}
