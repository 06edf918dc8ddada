using FluentValidation;
using KhuyenCong.Data.OldText;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Tests.Plans;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Services.Tests;

/// <summary>No text of the old tables reaches the database: the forms say so at the field, and the door knows no exception.</summary>
public sealed class OldTextTests
{
    private static readonly Actor Clerk = Actor.System("x");

    [Fact]
    public async Task A_form_says_at_which_field_the_text_is_no_Unicode()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var request = PlanDesk.Project() with { Name = "Hç trî m¸y sÊy", Note = "Hoä kinh doanh", Objectives = "HÃ´ trá»£", Beneficiary = "Café René, H'Hé Niê" };
        var answer = await desk.AddAsync(await desk.DraftAsync(), request);
        Expect.InvalidIn(answer, "Name", "Note", "Objectives");
        Assert.Equal("Chữ «Hç trî m¸y sÊy» đang ở bảng mã cũ (TCVN3/VNI) hoặc bị hỏng; hãy nhập bằng Unicode.", answer.Errors.Single(e => e.Field == "Name").Message);
    }

    [Fact]
    public void A_long_text_is_quoted_by_its_beginning() =>
        Assert.Equal($"Chữ «{new string('a', 60)}…» đang ở bảng mã cũ (TCVN3/VNI) hoặc bị hỏng; hãy nhập bằng Unicode.", ViShape.OldTextMessage(new string('a', 61)));

    [Fact]
    public async Task Requests_within_a_request_are_looked_at_too()
    {
        var shape = new UnicodeShape<Outer>(new InlineValidator<Outer>());
        var result = await shape.ValidateAsync(new Outer("a", new Inner("C«ng ty"), [new Inner("b"), new Inner("Coâng ty")]), CancellationToken.None);
        Assert.Equal(["One.Text", "Many[1].Text"], result.Errors.Select(e => e.PropertyName));
    }

    [Fact]
    public void Every_validator_looks_for_old_text_but_those_of_searches_and_passwords()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddPortalServices();
        using var provider = services.BuildServiceProvider();
        var shapes = services.Select(s => s.ServiceType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IValidator<>)).ToList();
        Assert.NotEmpty(shapes);
        var without = shapes.Where(t => !provider.GetRequiredService(t).GetType().IsGenericType).Select(t => t.GetGenericArguments()[0].Name).Order(StringComparer.Ordinal);
        Assert.Equal(["AuditTrailFilter", "BudgetSummaryFilter", nameof(NewPassword), nameof(PasswordChange)], without);
    }

    [Theory]
    [InlineData("C«ng ty TNHH")]
    [InlineData("Coâng ty")]
    [InlineData("CÃ´ng ty")]
    [InlineData("C\uFFFDng ty")]
    public async Task What_comes_past_the_forms_is_refused_at_the_door(string text)
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        db.Beneficiaries.Add(Beneficiary(text));
        var refused = await Assert.ThrowsAsync<OldTextException>(() => db.SaveAsync(Clerk, null, CancellationToken.None));
        Assert.Equal(text, refused.Text);
        Assert.Equal("Beneficiary.Name would hold text that is no Unicode.", refused.Message);
        await using var fresh = portal.Db();
        Assert.Empty(await fresh.Beneficiaries.ToListAsync());
    }

    [Fact]
    public async Task So_is_a_change_and_a_reason()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var row = Beneficiary("Công ty A");
        db.Beneficiaries.Add(row);
        await Assert.ThrowsAsync<OldTextException>(() => db.SaveAsync(Clerk, "söûa teân", CancellationToken.None));
        await db.SaveAsync(Clerk, "sửa tên", CancellationToken.None);
        row.Name = "C«ng ty A";
        await Assert.ThrowsAsync<OldTextException>(() => db.SaveAsync(Clerk, null, CancellationToken.None));
    }

    [Theory]
    [InlineData("Nestlé® Việt Nam – Café René")]
    [InlineData("Y Hé Bkrông, Čư Né, Loïc Thaï")]
    [InlineData("Ø 20 mm, 5 µm, N·m")]
    public async Task Strange_names_and_signs_are_kept(string text)
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        db.Beneficiaries.Add(Beneficiary(text));
        await db.SaveAsync(Clerk, text, CancellationToken.None);
        Assert.Equal(text, (await db.Beneficiaries.AsNoTracking().SingleAsync()).Name);
    }

    [Fact]
    public async Task A_file_keeps_its_name_and_what_was_there_before_may_be_repeated()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var person = await portal.PersonAsync("Trần Thị Bình", Role.Division);
        db.Documents.Add(new Document { FileName = "Quyªt ®Þnh.pdf", ContentType = "application/pdf", Length = 1, Sha256 = new string('a', 64), AddedById = person.UserId!.Value, AddedAt = portal.Clock.GetUtcNow().UtcDateTime });
        db.Attach(new Beneficiary { Id = 12345, Name = "C«ng ty cò", Kind = Beneficiary("x").Kind });
        db.Beneficiaries.Add(Beneficiary("C«ng ty cò"));
        Assert.Equal(2, await db.SaveAsync(person, null, CancellationToken.None));
    }

    private static Beneficiary Beneficiary(string name) => new() { Name = name, Kind = BeneficiaryKind.HouseholdBusiness };

    private sealed record Outer(string Text, Inner One, IReadOnlyList<Inner> Many);

    private sealed record Inner(string Text);
}
