using KhuyenCong.Data;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.TestSupport.Scenes;

/// <summary>A plan of a scene; approved unless left as it was submitted.</summary>
public sealed class ScenePlan
{
    private readonly BudgetScene _scene;
    private readonly List<SceneProject> _projects = [];
    private readonly List<Decision> _decisions = [];
    private bool _isApproved = true;

    internal ScenePlan(BudgetScene scene, int year, Tranche tranche, FundingSource source, string number, DateOnly decidedOn, bool isDateKnown)
    {
        _scene = scene;
        Entity = new Plan
        {
            Year = year, Tranche = tranche, Source = source, Title = $"Kế hoạch khuyến công {tranche.ShortCode} năm {year}",
            CreatedById = scene.Clerk.UserId!.Value, IsIllustrative = !isDateKnown,
        };
        Approval = Decide(DecisionKind.Approve, number, decidedOn, isDateKnown);
    }

    public int Id => Entity.Id;

    internal Plan Entity { get; }

    internal Decision Approval { get; }

    /// <summary>Leaves the plan waiting for its appraisal, without a decision.</summary>
    public ScenePlan NotApproved()
    {
        _isApproved = false;
        return this;
    }

    public SceneProject Project(string category = "ND3")
    {
        var project = new SceneProject(_scene, this, category, _projects.Count + 1);
        _projects.Add(project);
        return project;
    }

    /// <summary>A later decision that changes projects.</summary>
    public Decision Adjustment(string number, DateOnly effectiveFrom) => Decide(DecisionKind.Adjust, number, effectiveFrom, isDateKnown: true);

    internal PlanGroup GroupOf(string category)
    {
        var categoryId = _scene.Categories[category].Id;
        var group = Entity.Groups.SingleOrDefault(g => g.CategoryId == categoryId);
        if (group is null)
        {
            group = new PlanGroup { Ordinal = Entity.Groups.Count + 1, Title = category, CategoryId = categoryId };
            Entity.Groups.Add(group);
        }

        return group;
    }

    internal void AddTo(AppDbContext db)
    {
        db.Plans.Add(Entity);
        Entity.Move(PlanAction.Submit, _scene.Clerk, _scene.Now);
        if (_isApproved)
        {
            Entity.Move(PlanAction.Appraise, _scene.Clerk, _scene.Now);
            Entity.Move(PlanAction.Approve, _scene.Clerk, _scene.Now);
            db.Decisions.AddRange(_decisions);
        }

        foreach (var project in _projects) project.AddTo(db, _isApproved);
    }

    internal void Accept(AppDbContext db)
    {
        foreach (var project in _projects) project.Accept(db);
    }

    private Decision Decide(DecisionKind kind, string number, DateOnly day, bool isDateKnown)
    {
        var decision = new Decision
        {
            Kind = kind, PlanId = 0, Plan = Entity, Number = number, Year = day.Year, IssuedOn = isDateKnown ? day : null, EffectiveFrom = day,
            RecordedAt = _scene.Now, RecordedById = _scene.Clerk.UserId!.Value, IssuingBodyId = _scene.BodyId, Signatory = "Người ký", SignatoryTitle = "Giám đốc",
        };
        _decisions.Add(decision);
        return decision;
    }
}
