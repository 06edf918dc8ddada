using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexDesk;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>«Cấp huyện, chưa xác định xã» in a plan of after 01/7/2025.</summary>
public sealed class FormerDistrictTests
{
    private const string Words = "Huyện Ea Kar (cấp huyện, chưa xác định xã)";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_offered_kept_by_the_draft_and_stays_when_the_form_is_saved_again()
    {
        await using var desk = await OpenAsync();
        var plan = FirstTranche with { Year = 2026 };
        var document = await desk.UploadAsync(Small().Line(5, 1, 1, "Đề án một", "Huyện Ea Kar", "05/2026", 100, 60, 40).Build());
        var question = Assert.Single((await desk.PreviewAsync(document, plan)).Value.Questions);
        Assert.Contains(question.Options, o => o.Key == Words);

        var draft = (await desk.AcceptAsync(document, plan, "Phụ lục không ghi năm", Answers((question.Subject, Words)))).Value;
        await using var db = desk.Portal.Db();
        var area = await db.Set<Domain.Projects.TermsArea>().Include(a => a.Unit).SingleAsync(Stop);
        Assert.Equal(("Huyện Ea Kar", new DateOnly(2025, 6, 30)), (area.Unit!.Name, area.Unit.ValidTo!.Value));

        var project = await db.Projects.SingleAsync(Stop);
        var form = await desk.Portal.UseAsync((DraftProjectFormService s) => s.ReadAsync(desk.Clerk, draft.PlanId, project.Id, Stop));
        Assert.Equal(Words, form.Value.Values.Area);
        Expect.Done(await desk.Portal.UseAsync((DraftProjectService s) => s.EditAsync(desk.Clerk, draft.PlanId, project.Id, form.Value.Values with { Note = "Sửa ghi chú", ImplementingUnit = "Trung tâm", Beneficiary = "HTX" }, Stop)));
        Assert.Equal(area.UnitId, (await db.Set<Domain.Projects.TermsArea>().AsNoTracking().SingleAsync(Stop)).UnitId);
    }

    [Fact]
    public async Task Without_the_words_the_draft_s_form_asks_for_a_commune()
    {
        await using var desk = await OpenAsync();
        var plan = FirstTranche with { Year = 2026 };
        var document = await desk.UploadAsync(Small().Line(5, 1, 1, "Đề án một", "Toàn tỉnh", "05/2026", 100, 60, 40).Build());
        var draft = (await desk.AcceptAsync(document, plan, "Phụ lục không ghi năm")).Value;
        await using var db = desk.Portal.Db();
        var project = await db.Projects.SingleAsync(Stop);
        var form = await desk.Portal.UseAsync((DraftProjectFormService s) => s.ReadAsync(desk.Clerk, draft.PlanId, project.Id, Stop));
        var asked = await desk.Portal.UseAsync((DraftProjectService s) => s.EditAsync(desk.Clerk, draft.PlanId, project.Id, form.Value.Values with { Area = "Huyện M'Đrắk", ImplementingUnit = "Trung tâm", Beneficiary = "HTX" }, Stop));
        Assert.Equal("Area", Assert.Single(asked.Errors).Field);
        Assert.Contains("cấp huyện, chưa xác định xã", asked.Errors[0].Message, StringComparison.Ordinal);
    }
}
