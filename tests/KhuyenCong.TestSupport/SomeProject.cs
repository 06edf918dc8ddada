using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.TestSupport;

/// <summary>
/// A project of the plan "đợt I năm 2024", approved by 38/QĐ-SCT with effect from 05/02/2024, written straight into the
/// database: <c>await SomeProject.Supported(150).UnderContract(120).FollowedBy(officer).InAsync(db)</c>.
/// </summary>
public sealed class SomeProject
{
    public static readonly DateOnly DecidedOn = new(2024, 2, 5);

    private static readonly Actor Builder = Actor.System("Kiểm thử");
    private static readonly DateTime At = new(2024, 2, 5, 2, 0, 0, DateTimeKind.Utc);

    private readonly Vnd _support;
    private readonly List<(Actor Officer, DateOnly From)> _officers = [];
    private readonly List<string> _units = [];
    private string _name = "Hỗ trợ máy móc chế biến cà phê";
    private string _beneficiary = "Cơ sở Lan Anh";
    private string _category = "ND3";
    private bool _isDraft;
    private Vnd? _contract;
    private bool _isStarted;
    private Vnd _counterpart = Vnd.Million(50);
    private DateOnly _end = new(2024, 12, 1);

    private SomeProject(Vnd support) => _support = support;

    public static SomeProject Supported(long million) => new(Vnd.Million(million));

    public static SomeProject SupportedBy(Vnd support) => new(support);

    public SomeProject Named(string name) => With(() => _name = name);

    public SomeProject ForBeneficiary(string text) => With(() => _beneficiary = text);

    public SomeProject InCategory(string code) => With(() => _category = code);

    /// <summary>Units as they were in 2024; without any, the project is of the whole province.</summary>
    public SomeProject In(params string[] units) => With(() => _units.AddRange(units));

    public SomeProject EndingIn(int year, int month) => With(() => _end = new DateOnly(year, month, 1));

    public SomeProject WithCounterpart(Vnd amount) => With(() => _counterpart = amount);

    /// <summary>Not approved: its terms belong to no decision.</summary>
    public SomeProject AsDraft() => With(() => _isDraft = true);

    public SomeProject UnderContract(long million) => With(() => _contract = Vnd.Million(million));

    public SomeProject Started() => With(() => _isStarted = true);

    public SomeProject FollowedBy(Actor officer, DateOnly? from = null) => With(() => _officers.Add((officer, from ?? DecidedOn)));

    /// <summary>Writes it and returns its id.</summary>
    public async Task<int> InAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return await InAsync(db);
    }

    /// <summary>Writes it and returns its id.</summary>
    public async Task<int> InAsync(AppDbContext db)
    {
        var clerk = await ClerkAsync(db);
        var (plan, decision) = await PlanAsync(db, clerk);
        var categoryId = await db.Categories.Where(c => c.Code == _category).Select(c => c.Id).SingleAsync();
        var group = plan.Groups.SingleOrDefault(g => g.CategoryId == categoryId);
        if (group is null) plan.Groups.Add(group = new PlanGroup { Ordinal = plan.Groups.Count + 1, Title = _category, CategoryId = categoryId });
        var number = await db.Projects.CountAsync() + 1;
        var project = new Project { Code = FormattableString.Invariant($"KC-2024-D1-{number:00}"), Plan = plan, Group = group, Ordinal = number };
        var terms = new ProjectTerms
        {
            Name = _name, BeneficiaryText = _beneficiary, ImplementingUnit = "Trung tâm Khuyến công", StartMonth = new(2024, 3, 1), EndMonth = _end,
            Counterpart = _counterpart, AreaScope = _units.Count == 0 ? AreaScope.WholeProvince : AreaScope.Units,
        };
        foreach (var unit in _units)
        {
            var day = DecidedOn;
            terms.Areas.Add(new TermsArea
            {
                UnitId = await db.Units.Where(u => u.Name == unit && u.ValidFrom <= day && (u.ValidTo == null || u.ValidTo >= day)).Select(u => u.Id).FirstAsync(),
            });
        }

        terms.SetFunding(FundingSource.Local, 2024, _support);
        project.Terms.Add(terms);
        if (!_isDraft)
        {
            terms.Decide(decision);
            project.Approve(_support, FundingSource.Local, Builder, At);
        }

        db.Projects.Add(project);
        await db.SaveAsync(Builder, null, CancellationToken.None);
        await MoveOnAsync(db, project, clerk);
        return project.Id;
    }

    private async Task MoveOnAsync(AppDbContext db, Project project, AppUser clerk)
    {
        if (_contract is { } value)
        {
            project.Sign(
                new Contract
                {
                    Number = $"HD-{project.Id}", SignedOn = new(2024, 3, 1), Value = value, Beneficiary = new Beneficiary { Name = _beneficiary },
                    RecordedById = clerk.Id, RecordedAt = At,
                },
                Builder, At);
        }

        if (_isStarted) project.Start(Builder, At);
        foreach (var (officer, from) in _officers)
        {
            project.Assignments.Add(new OfficerAssignment { ProjectId = project.Id, OfficerId = officer.UserId!.Value, From = from, AssignedById = clerk.Id });
        }

        await db.SaveAsync(Builder, null, CancellationToken.None);
    }

    private static async Task<AppUser> ClerkAsync(AppDbContext db)
    {
        const string Email = "van-thu@test.vn";
        var clerk = await db.Users.SingleOrDefaultAsync(u => u.Email == Email);
        if (clerk is not null) return clerk;
        clerk = new AppUser
        {
            FullName = "Văn thư", UserName = Email, NormalizedUserName = Email.ToUpperInvariant(), Email = Email,
            NormalizedEmail = Email.ToUpperInvariant(), SecurityStamp = "s", ConcurrencyStamp = "c",
        };
        db.Users.Add(clerk);
        await db.SaveAsync(Builder, null, CancellationToken.None);

        // Whoever records decisions and contracts has the right to, by the trail.
        string[] roles = [nameof(Role.Leader), nameof(Role.CentreManager)];
        foreach (var role in await db.Roles.Where(r => roles.Contains(r.Name)).Select(r => r.Id).ToListAsync()) db.UserRoles.Add(new() { UserId = clerk.Id, RoleId = role });
        await db.SaveAsync(Builder, null, CancellationToken.None);
        return clerk;
    }

    private static async Task<(Plan Plan, Decision Decision)> PlanAsync(AppDbContext db, AppUser clerk)
    {
        var tranche = Tranche.Numbered(1);
        var plan = await db.Plans.Include(p => p.Groups).SingleOrDefaultAsync(p => p.Year == 2024 && p.Tranche == tranche);
        if (plan is not null) return (plan, await db.Decisions.SingleAsync(d => d.PlanId == plan.Id));

        plan = new Plan { Year = 2024, Tranche = tranche, Source = FundingSource.Local, Title = "Kế hoạch khuyến công địa phương đợt I năm 2024", CreatedById = clerk.Id };
        plan.Move(PlanAction.Submit, Builder, At);
        plan.Move(PlanAction.Appraise, Builder, At);
        plan.Move(PlanAction.Approve, Builder, At);
        db.Plans.Add(plan);
        await db.SaveAsync(Builder, null, CancellationToken.None);
        var decision = new Decision
        {
            Kind = DecisionKind.Approve, PlanId = plan.Id, Number = "38/QĐ-SCT", Year = 2024, IssuedOn = DecidedOn, EffectiveFrom = DecidedOn,
            RecordedAt = At, RecordedById = clerk.Id, IssuingBodyId = await db.Organisations.Select(o => o.Id).FirstAsync(),
            Signatory = "Nguyễn Văn A", SignatoryTitle = "Giám đốc",
        };
        db.Decisions.Add(decision);
        await db.SaveAsync(Builder, null, CancellationToken.None);
        return (plan, decision);
    }

    private SomeProject With(Action change)
    {
        change();
        return this;
    }
}
