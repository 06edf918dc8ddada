using System.Text;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

public sealed class AuditTrailServiceTests
{
    [Fact]
    public async Task Everything_that_the_trail_tells_of_has_words_that_people_use()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var types = db.Model.GetEntityTypes().Where(AuditScope.Covers).ToList();
        Assert.DoesNotContain(types.Select(CanonicalRow.EntityName), e => EntityText.Of(e) == e);
        Assert.Empty(types.SelectMany(t => CanonicalRow.Audited(t).Where(p => AuditFieldText.IsTold(p.Name) && p.Name is not "Email" && AuditFieldText.Label(CanonicalRow.EntityName(t), p.Name) == p.Name)
            .Select(p => $"{CanonicalRow.EntityName(t)}.{p.Name}")));
        var enums = types.SelectMany(t => t.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).Where(t => t.IsEnum).Distinct().ToList();
        Assert.True(enums.Count > 15);
        Assert.All(enums.SelectMany(e => Enum.GetValues(e).Cast<Enum>()), value => Assert.NotEqual(value.ToString(), EnumText.Of(value)));
    }

    [Fact]
    public async Task The_history_of_a_project_tells_of_its_terms_its_contract_and_its_money_in_Vietnamese()
    {
        await using var portal = await StartAsync();
        var rows = (await ReadAsync(portal, new AuditTrailFilter { Entity = "Project", Key = "1" })).Rows;
        Assert.Equal(rows.OrderByDescending(r => r.Number), rows);
        foreach (var entity in new[] { "Project", "ProjectTerms", "TermsFunding", "Contract", "MoneyEntry", "MoneyVerdict", "ProjectStatusChange" })
        {
            Assert.Contains(rows, r => r.Entity == entity);
        }

        Assert.DoesNotContain(rows, r => r is { Entity: "Project", Key: not "1" });
        var proposal = rows.Last(r => r.Entity == "MoneyEntry");
        var told = proposal.Fields.Select(f => AuditText.Of(proposal.Action, f)).ToList();
        Assert.Contains("Đề án: KC-2024-D1-01", told);
        Assert.Contains("Loại bút toán: Tạm ứng", told);
        Assert.Contains("Số tiền: 60.000.000\u00A0đ", told);
        Assert.Contains("Ngày chứng từ: 05/02/2024", told);
        Assert.Contains("Người đề nghị: Trần Thị Bình", told);
        var posted = rows.Last(r => r.Entity == "Project" && r.Fields.Any(f => f.Label == "Đã giải ngân"));
        Assert.Equal("Đề án KC-2024-D1-01", posted.Thing);
        Assert.Equal("Vũ Thị Kim", posted.Who);
        Assert.Contains("Đã giải ngân: 0\u00A0đ → 60.000.000\u00A0đ", posted.Fields.Select(f => AuditText.Of(posted.Action, f)));
    }

    [Theory]
    [InlineData("Plan", "Submission", "ApprovalSignature")]
    [InlineData("Decision", "ProjectTerms", "Document")]
    [InlineData("Allotment", "AllotmentPaper", "AllotmentPaper")]
    [InlineData("AppUser", "IdentityUserRole", "IdentityUserRole")]
    public async Task The_history_of_a_thing_tells_of_what_belongs_to_it(string entity, string one, string other)
    {
        await using var portal = await StartAsync();
        var rows = (await ReadAsync(portal, new AuditTrailFilter { Entity = entity, Key = "1" })).Rows;
        Assert.Contains(rows, r => r.Entity == entity && r.Key == "1");
        Assert.Contains(rows, r => r.Entity == one);
        Assert.Contains(rows, r => r.Entity == other);
    }

    [Theory]
    [InlineData("Adjustment")]
    [InlineData("IdentityUserRole")]
    [InlineData("Beneficiary")]
    [InlineData("AppUser")]
    [InlineData("NoSuchThing")]
    public async Task Any_thing_can_be_asked_about(string entity)
    {
        await using var portal = await StartAsync();
        Assert.NotNull((await ReadAsync(portal, new AuditTrailFilter { Entity = entity, Key = "1" })).Rows);
        Assert.NotNull((await ReadAsync(portal, new AuditTrailFilter { Entity = entity, Key = "1/x" })).Rows);
    }

    [Fact]
    public async Task No_secret_and_nothing_of_the_machine_is_shown()
    {
        await using var portal = await StartAsync();
        await using (var db = portal.Db())
        {
            var user = await db.Users.FirstAsync();
            (user.PasswordHash, user.SecurityStamp) = ("bí mật", "dấu");
            await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        }

        var row = (await ReadAsync(portal, new AuditTrailFilter { Entity = "AppUser" })).Rows[0];
        var field = Assert.Single(row.Fields);
        Assert.Equal(("Mật khẩu", "(không hiện)"), (field.Label, field.After));
    }

    [Fact]
    public async Task A_row_that_was_written_whole_tells_only_what_changed()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.PersonAsync("Lê Văn Hùng", Role.Leader);
        await using (var db = portal.Db())
        {
            var user = await db.Users.AsNoTracking().SingleAsync(CancellationToken.None);
            user.Position = "Giám đốc";
            db.Users.Update(user);
            db.Entry(user).Property(u => u.Position).OriginalValue = null;
            await db.SaveAsync(Reader, null, CancellationToken.None);
        }

        var row = (await ReadAsync(portal, new AuditTrailFilter { Entity = "AppUser" })).Rows[0];
        Assert.Equal(["Chức vụ: (trống) → Giám đốc"], row.Fields.Select(f => AuditText.Of(row.Action, f)));
    }

    [Fact]
    public async Task The_person_the_days_and_the_reason_narrow_it()
    {
        await using var portal = await StartAsync();
        var people = (await ReadAsync(portal, new AuditTrailFilter())).People;
        var accountant = people.Single(p => p.Name == "Vũ Thị Kim").Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.All((await ReadAsync(portal, new AuditTrailFilter { Person = accountant })).Rows, r => Assert.Equal("Vũ Thị Kim", r.Who));
        Assert.DoesNotContain((await ReadAsync(portal, new AuditTrailFilter { Person = AuditTrailFilter.System })).Rows, r => r.Who == "Vũ Thị Kim");

        portal.Clock.Advance(TimeSpan.FromDays(2));
        await using (var db = portal.Db())
        {
            (await db.Beneficiaries.FirstAsync()).Trade = "Cà phê";
            await db.SaveAsync(Actor.System("Kiểm thử"), "Bổ sung 100% ngành nghề", CancellationToken.None);
        }

        Assert.Single((await ReadAsync(portal, new AuditTrailFilter { Entity = "Beneficiary", From = "17/11/2024" })).Rows);
        Assert.Empty((await ReadAsync(portal, new AuditTrailFilter { Entity = "Beneficiary", From = "18/11/2024" })).Rows);
        Assert.Equal(3, (await ReadAsync(portal, new AuditTrailFilter { Entity = "Beneficiary", Until = "16/11/2024" })).Rows.Count);
        Assert.Single((await ReadAsync(portal, new AuditTrailFilter { Text = "100% ngành" })).Rows);
        Assert.Empty((await ReadAsync(portal, new AuditTrailFilter { Text = "100_ ngành" })).Rows);
    }

    [Fact]
    public async Task The_pages_follow_each_other_without_gap_or_repetition()
    {
        await using var portal = await StartAsync();
        List<long> numbers = [];
        var filter = new AuditTrailFilter();
        while (true)
        {
            var page = await ReadAsync(portal, filter);
            numbers.AddRange(page.Rows.Select(r => r.Number));
            if (page.Older is not { } older) break;
            filter = filter with { Before = older };
        }

        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n).Reverse(), numbers);
        Assert.True(numbers.Count > 900);
    }

    [Theory]
    [InlineData("hôm qua", null, "tu")]
    [InlineData(null, "31/02/2024", "den")]
    [InlineData("02/01/2024", "01/01/2024", "den")]
    public async Task Days_that_are_none_or_stand_in_the_wrong_order_are_told(string? from, string? until, string field)
    {
        await using var portal = await StartAsync();
        var filter = new AuditTrailFilter { From = from, Until = until };
        var result = await portal.UseAsync((AuditTrailService s) => s.ReadAsync(Reader, filter, CancellationToken.None));
        Assert.Equal(field, Assert.Single(result.Errors).Field);
        Assert.Equal(Outcome.Invalid, (await portal.UseAsync((AuditTrailService s) => s.ExportAsync(Reader, filter, CancellationToken.None))).Outcome);
    }

    [Fact]
    public async Task The_export_holds_the_filtered_entries_and_no_formula()
    {
        await using var portal = await StartAsync();
        await using (var db = portal.Db())
        {
            (await db.Beneficiaries.FirstAsync()).Trade = "Mây tre";
            await db.SaveAsync(Actor.System("Kiểm thử"), "=HYPERLINK(\"http://evil.example\")", CancellationToken.None);
        }

        var result = await portal.UseAsync((AuditTrailService s) => s.ExportAsync(Reader, new AuditTrailFilter { Entity = "Beneficiary" }, CancellationToken.None));
        ExportFile file = result.Value;
        var lines = Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("nhat-ky-2024-11-15.csv", file.Name);
        Assert.Equal("Loại dòng,Số,Lúc,Người,Việc,Đối tượng,Thay đổi,Lý do", lines[0]);
        Assert.Equal(5, lines.Length);
        Assert.Contains("Ngành nghề: (trống) → Mây tre", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_trail_gets_nothing_of_it()
    {
        await using var portal = await StartAsync();
        var officer = await portal.PersonAsync("Y Thịnh", Role.Officer);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((AuditTrailService s) => s.ReadAsync(officer, new AuditTrailFilter(), CancellationToken.None))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((AuditTrailService s) => s.ExportAsync(officer, new AuditTrailFilter(), CancellationToken.None))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((AuditTrailService s) => s.PeopleAsync(officer, CancellationToken.None))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((IntegrityService s) => s.VerifyAsync(officer, CancellationToken.None))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((IntegrityService s) => s.HeadsAsync(officer, 5, CancellationToken.None))).Outcome);
    }

    [Fact]
    public async Task A_second_verification_at_once_is_refused()
    {
        await using var portal = await StartAsync();
        var turn = await portal.UseAsync((VerificationTurn t) => Task.FromResult(t));
        using (turn.Take())
        {
            var second = await portal.UseAsync((IntegrityService s) => s.VerifyAsync(Reader, CancellationToken.None));
            Assert.IsType<Domain.Auditing.AuditRefusals.VerificationRuns>(Assert.Single(second.Refusals));
        }

        Assert.Empty((await portal.UseAsync((IntegrityService s) => s.VerifyAsync(Reader, CancellationToken.None))).Value.Faults);
    }

    [Fact]
    public async Task Two_sign_ins_at_once_are_both_kept()
    {
        await using var portal = await TestPortal.StartOnFileAsync();
        var person = await portal.PersonAsync("Y Thịnh", Role.Officer);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => portal.UseAsync((Services.People.SignInLogService s) => s.RecordAsync(
            person, new SignInEvent { UserId = person.UserId!.Value, Kind = SignInKind.SignedIn, At = portal.Clock.GetUtcNow().UtcDateTime }, CancellationToken.None)))));
        await using var db = portal.Db();
        Assert.Equal(8, await db.SignInEvents.CountAsync());
    }

    private static Actor Reader { get; } = new(1, "Người kiểm tra", new HashSet<string>(StringComparer.Ordinal) { Permissions.AuditRead, Permissions.AuditReadAll });

    private static async Task<TestPortal> StartAsync()
    {
        var portal = await TestPortal.StartAsync();
        await TamperScene.WriteAsync(portal);
        return portal;
    }

    private static async Task<AuditTrailPage> ReadAsync(TestPortal portal, AuditTrailFilter filter) =>
        (await portal.UseAsync((AuditTrailService s) => s.ReadAsync(Reader, filter, CancellationToken.None))).Value;
}
