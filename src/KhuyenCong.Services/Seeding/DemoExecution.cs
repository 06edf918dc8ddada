using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Progress;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Seeding;

/// <summary>
/// How the first tranche is carried out until the middle of July 2024: officers, contracts, progress and money; two
/// projects accepted, one late.
/// </summary>
internal static class DemoExecution
{
    private const string Centre = "giamdoc@demo.ttkc.vn";
    private const string FirstOfficer = "canbo1@demo.ttkc.vn";
    private const string SecondOfficer = "canbo2@demo.ttkc.vn";
    private const string Accountant = "ketoan@demo.sct.vn";

    private static readonly int[] FirstOfficers = [1, 4, 8, 10, 12, 13, 15, 17, 20, 21, 23];

    public static async Task PlayAsync(DemoStage stage, int planId, CancellationToken stop)
    {
        var cast = new Cast(
            stage, await stage.ActorAsync(Centre), await stage.ActorAsync(FirstOfficer), await stage.ActorAsync(SecondOfficer),
            await stage.ActorAsync(Accountant), await NumbersAsync(stage, planId, stop), stop);
        await AssignAsync(cast);
        foreach (var moment in Story().OrderBy(m => m.On)) await moment.Play(cast);
    }

    // Numbers are the annex's running numbers, 1 to 24; amounts are in triệu đồng.
    private static IEnumerable<(DateOnly On, Func<Cast, Task> Play)> Story() =>
    [
        Contract(8, 4, 2, 150), Contract(9, 4, 3, 180), Contract(12, 4, 5, 200), Contract(17, 4, 8, 180), Contract(10, 5, 6, 160),
        Contract(14, 5, 7, 120), Contract(11, 5, 9, 110), Contract(13, 6, 3, 150), Contract(20, 6, 5, 120),
        Start(3, 4, 1), Start(24, 4, 1), Start(1, 5, 3), Start(2, 5, 6), Start(4, 5, 6), Start(23, 5, 8), Start(5, 6, 3), Start(6, 7, 1),
        Advance(8, 4, 10, 60), Advance(9, 4, 11, 70), Advance(12, 4, 12, 80), Advance(17, 4, 16, 70), Advance(10, 5, 14, 60),
        Advance(14, 5, 15, 40), Advance(3, 4, 18, 15), Advance(1, 5, 10, 60), Advance(5, 6, 5, 20),
        Report(3, 4, 26, 10, "Lập kế hoạch chi tiết, phân công theo dõi từng đề án"),
        Report(8, 4, 26, 20, "Cơ sở đã đặt mua máy rang; đang cải tạo mặt bằng nhà xưởng"),
        Report(9, 4, 29, 15, "Ký hợp đồng mua máy ghép thanh, chờ nhà cung cấp giao hàng"),
        Report(12, 4, 29, 20, "Hoàn thành nền móng lắp đặt dây chuyền"),
        Report(4, 5, 20, 60, "Đã thống nhất nội dung, giảng viên và danh sách 60 học viên"),
        Report(2, 5, 24, 40, "Biên soạn xong tài liệu tập huấn"),
        Report(8, 5, 28, 45, "Máy rang về đến xưởng, đang lắp đặt", "Điện ba pha chưa đủ công suất", "Đề nghị điện lực nâng công suất trạm"),
        Report(9, 5, 29, 35, "Đã nhận máy ghép thanh, đang hiệu chỉnh"),
        Report(12, 5, 30, 45, "Lắp xong dây chuyền tách vỏ, chưa chạy thử"),
        Report(4, 5, 31, 100, "Tổ chức lớp tập huấn ngày 28–29/5, 62 học viên tham dự"),
        Report(1, 6, 7, 30, "Đã khảo sát hai tỉnh, đang tổng hợp kinh nghiệm"),
        Report(17, 6, 10, 40, "Đã lắp máy tách màu, chờ hiệu chuẩn"),
        Report(10, 6, 12, 35, "Hoàn thành buồng sấy, đang đặt máy đóng gói"),
        Report(2, 6, 21, 100, "Tập huấn cho 45 cán bộ cấp huyện, cấp xã"),
        Report(5, 6, 24, 60, "Mới mời được giảng viên, đã gửi giấy mời học viên", "Trùng vụ thu hoạch, học viên xin hoãn", "Xin dời lớp sang tháng 7"),
        Report(8, 6, 27, 70, "Đã chạy thử có tải, sản phẩm đạt yêu cầu", next: "Đào tạo vận hành, chuẩn bị nghiệm thu"),
        Report(12, 6, 28, 65, "Chạy thử không tải đạt yêu cầu"),
        Report(24, 6, 28, 50, "Đã phát hành hai số bản tin"),
        Report(6, 7, 8, 30, "Đã chọn địa điểm, đang lập danh sách học viên"),
        Pay(4, 6, 4, 45), Accept(4, 6, 6, "Đạt yêu cầu; lớp có 62 học viên, vượt kế hoạch 2 người", "12/BB-TTKC"),
        Pay(2, 6, 26, 65), Accept(2, 6, 28, "Đạt yêu cầu; 45 cán bộ được cấp giấy chứng nhận", "15/BB-TTKC"),
        Pay(8, 7, 3, 40), Recover(1, 7, 5, 5), Wait(12, 7, 11, 60), Wait(17, 7, 12, 50),
    ];

    private static async Task AssignAsync(Cast cast)
    {
        cast.Stage.On(new DateOnly(2024, 3, 4));
        await AssignAsync(cast, cast.First, FirstOfficers);
        await AssignAsync(cast, cast.Second, [.. Enumerable.Range(1, 24).Except(FirstOfficers)]);
    }

    private static async Task AssignAsync(Cast cast, Actor officer, int[] numbers) => await cast.Stage.DoAsync((AssignmentService assignments) =>
        assignments.AssignAsync(
            cast.Centre,
            new AssignOfficerRequest { ProjectIds = [.. numbers.Select(n => cast.Projects[n].Id)], OfficerId = officer.UserId, From = "04/03/2024" },
            cast.Stop));

    private static (DateOnly, Func<Cast, Task>) Contract(int number, int month, int day, int million) => AtVersion(number, month, day, (cast, version) =>
        cast.Stage.DoAsync((ContractService contracts) => contracts.RecordAsync(
            cast.Centre,
            new RecordContractRequest
            {
                ProjectId = cast.Projects[number].Id, Version = version, Number = string.Create(CultureInfo.InvariantCulture, $"{number:00}/2024/HĐ-KC"),
                SignedOn = Day(month, day), Value = Million(million), Beneficiary = cast.Projects[number].Beneficiary,
            },
            cast.Stop)));

    private static (DateOnly, Func<Cast, Task>) Start(int number, int month, int day) => AtVersion(number, month, day, (cast, version) =>
        cast.Stage.DoAsync((StartService start) => start.StartAsync(cast.Centre, new StartProjectRequest(cast.Projects[number].Id, version), cast.Stop)));

    private static (DateOnly, Func<Cast, Task>) Report(
        int number, int month, int day, int percent, string done, string? difficulties = null, string? proposals = null, string? next = null) =>
        At(month, day, cast => cast.Stage.DoAsync((ProgressService progress) => progress.ReportAsync(
            cast.OfficerOf(number),
            new ReportProgressRequest
            {
                ProjectId = cast.Projects[number].Id, Date = Day(month, day), Percent = percent.ToString(CultureInfo.InvariantCulture),
                Done = done, Difficulties = difficulties, Proposals = proposals, Next = next,
            },
            cast.Stop)));

    private static (DateOnly, Func<Cast, Task>) Accept(int number, int month, int day, string finding, string minutes) => AtVersion(number, month, day, (cast, version) =>
        cast.Stage.DoAsync((AcceptanceService acceptance) => acceptance.RecordAsync(
            cast.Centre,
            new RecordAcceptanceRequest { ProjectId = cast.Projects[number].Id, Version = version, Date = Day(month, day), Finding = finding, MinutesNumber = minutes },
            cast.Stop)));

    private static (DateOnly, Func<Cast, Task>) Advance(int number, int month, int day, int million) => Posted(MoneyEntryKind.Advance, "TU", number, month, day, million);

    private static (DateOnly, Func<Cast, Task>) Pay(int number, int month, int day, int million) => Posted(MoneyEntryKind.Payment, "TT", number, month, day, million);

    private static (DateOnly, Func<Cast, Task>) Recover(int number, int month, int day, int million) => Posted(MoneyEntryKind.Recovery, "TH", number, month, day, million);

    private static (DateOnly, Func<Cast, Task>) Posted(MoneyEntryKind kind, string letter, int number, int month, int day, int million) =>
        At(month, day, async cast =>
        {
            var entry = await ProposeAsync(cast, kind, letter, number, month, day, million);
            await cast.Stage.DoAsync((MoneyService money) => money.ValidateAsync(cast.Accountant, entry, cast.Stop));
        });

    // Proposed, and waiting for the accountant.
    private static (DateOnly, Func<Cast, Task>) Wait(int number, int month, int day, int million) =>
        At(month, day, cast => ProposeAsync(cast, MoneyEntryKind.Payment, "TT", number, month, day, million));

    private static async Task<int> ProposeAsync(Cast cast, MoneyEntryKind kind, string letter, int number, int month, int day, int million)
    {
        var result = await cast.Stage.DoAsync((MoneyService money) => money.ProposeAsync(
            cast.OfficerOf(number),
            new ProposeMoneyRequest
            {
                ProjectId = cast.Projects[number].Id, Kind = kind, Amount = Million(million), Date = Day(month, day),
                Voucher = string.Create(CultureInfo.InvariantCulture, $"{letter}{month:00}-{number:00}"), FormKey = Guid.NewGuid(),
            },
            cast.Stop));
        return result.Value;
    }

    private static (DateOnly, Func<Cast, Task>) At(int month, int day, Func<Cast, Task> play)
    {
        var on = new DateOnly(2024, month, day);
        return (on, cast =>
        {
            cast.Stage.On(on, 10);
            return play(cast);
        }
        );
    }

    // As a form would, with the version that stands when it is opened.
    private static (DateOnly, Func<Cast, Task>) AtVersion(int number, int month, int day, Func<Cast, int, Task> play) => At(month, day, async cast =>
    {
        var id = cast.Projects[number].Id;
        await play(cast, await cast.Stage.LookAsync(db => db.Projects.Where(p => p.Id == id).Select(p => p.Version).SingleAsync(cast.Stop)));
    });

    private static string Day(int month, int day) => ViDates.Day(new DateOnly(2024, month, day));

    private static string Million(int million) => VndFormat.Dong(Vnd.Million(million));

    private static async Task<Dictionary<int, (int Id, string Beneficiary)>> NumbersAsync(DemoStage stage, int planId, CancellationToken stop)
    {
        var rows = await stage.LookAsync(db => db.ProjectTerms.Where(t => t.Project!.PlanId == planId)
            .OrderBy(t => t.Project!.Group!.Ordinal).ThenBy(t => t.Project!.Ordinal)
            .Select(t => new { t.ProjectId, t.BeneficiaryText }).ToListAsync(stop));
        return rows.Select((r, i) => (Number: i + 1, r.ProjectId, r.BeneficiaryText)).ToDictionary(r => r.Number, r => (r.ProjectId, r.BeneficiaryText));
    }

    private sealed record Cast(
        DemoStage Stage, Actor Centre, Actor First, Actor Second, Actor Accountant,
        IReadOnlyDictionary<int, (int Id, string Beneficiary)> Projects, CancellationToken Stop)
    {
        public Actor OfficerOf(int number) => FirstOfficers.Contains(number) ? First : Second;
    }
}
