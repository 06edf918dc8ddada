using System.Globalization;
using System.Text.Json;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// Asks for each signature, verdict, decision and step of an account whether the trail, up to that entry, had given the person the right to it: a
/// role that was put into the table for a minute, without an entry, gave none.
/// </summary>
internal sealed class AuditAuthority
{
    private readonly RightsReplay _rights = new();
    private readonly Dictionary<string, string> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _decisions = new(StringComparer.Ordinal);

    // Papers whose decision is told later in the same save: which right they take depends on its kind.
    private readonly Dictionary<string, List<Action>> _waiting = new(StringComparer.Ordinal);

    public List<AuditFault> Faults { get; } = [];

    public void Take(StoredRow entry)
    {
        var entity = entry[nameof(AuditEntry.Entity)] ?? string.Empty;
        var isRight = RightsReplay.Covers(entity);
        var isAct = PersonOf(entity) is not null || entity == nameof(SubmissionStep);
        if (!isRight && !isAct) return;
        if (!DateTime.TryParse(entry[nameof(AuditEntry.At)], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)) return;
        if (!Enum.TryParse<AuditAction>(entry[nameof(AuditEntry.Action)], out var action) || !TryRead(entry[nameof(AuditEntry.Changes)], out var after)) return;
        var key = entry[nameof(AuditEntry.EntityKey)] ?? string.Empty;
        if (isRight) _rights.Take(entity, key, action, after, at);
        if (entity == nameof(SubmissionStep) && after.TryGetValue("Permission", out var permission)) _steps[key] = permission ?? string.Empty;
        if (entity == nameof(Decision) && after.TryGetValue("Kind", out var kind)) _decisions[key] = kind;
        if (PersonOf(entity) is { } field && action != AuditAction.Deleted)
        {
            if (entity == nameof(AllotmentPaper) && after.GetValueOrDefault("DecisionId") is { } decision && !_decisions.ContainsKey(decision)) Wait(decision, () => Ask(entry, entity, key, field, after, at));
            else Ask(entry, entity, key, field, after, at);
        }

        if (entity == nameof(Decision) && _waiting.Remove(key, out var papers)) papers.ForEach(ask => ask());
    }

    private void Wait(string decision, Action ask)
    {
        if (!_waiting.TryGetValue(decision, out var papers)) _waiting[decision] = papers = [];
        papers.Add(ask);
    }

    private void Ask(StoredRow entry, string entity, string key, string field, Dictionary<string, string?> after, DateTime at)
    {
        if (!int.TryParse(after.GetValueOrDefault(field), NumberStyles.None, CultureInfo.InvariantCulture, out var person)) return;
        var permissions = PermissionsFor(entity, after);
        if (permissions.Count == 0 || permissions.Any(p => IsOwnOnly(entity) ? _rights.Holds(person, p, at) : _rights.May(person, p, at))) return;
        var number = entry.Number(nameof(AuditEntry.Number)) ?? 0;
        Faults.Add(new AuditFault(AuditFaultKind.RightLacking, number, number, entity, key) { Field = permissions[0] });
    }

    /// <summary>Nobody lends the second pair of eyes.</summary>
    private static bool IsOwnOnly(string entity) => entity == nameof(AccountVerdict);

    private static string ForDecision(string? kind) => kind == nameof(DecisionKind.Allot) ? Permissions.AllotmentsEdit : Permissions.PlansApprove;

    /// <summary>The field that names who acted; null for rows that are no act.</summary>
    private static string? PersonOf(string entity) => entity switch
    {
        nameof(ApprovalSignature) or nameof(MoneyVerdict) or nameof(AppraisalOpinion) or nameof(DecisionCorrection) or nameof(PlanStatusChange) or nameof(AdjustmentStatusChange) or nameof(AccountVerdict) => "ById",
        nameof(Submission) => "SubmittedById",
        nameof(MoneyEntry) => "ProposedById",
        nameof(YearClosing) => "ClosedById",
        nameof(AccountRequest) => "RequestedById",
        nameof(Decision) or nameof(AllotmentPaper) or nameof(Contract) or nameof(Acceptance) or nameof(Delegation) => "RecordedById",
        _ => null,
    };

    /// <summary>Any of these suffices.</summary>
    private IReadOnlyList<string> PermissionsFor(string entity, Dictionary<string, string?> after) => entity switch
    {
        nameof(ApprovalSignature) => _steps.TryGetValue($"{after.GetValueOrDefault("SubmissionId")}/{after.GetValueOrDefault("StepOrdinal")}", out var step)
            ? [step]
            : [Permissions.PlansApprove, Permissions.PlansEndorse],
        nameof(MoneyVerdict) => [Permissions.MoneyValidate],
        nameof(AppraisalOpinion) => [Permissions.PlansAppraise],
        nameof(DecisionCorrection) => [Permissions.DecisionsCorrect],
        nameof(Submission) => [Permissions.PlansSubmit, Permissions.AdjustmentsSubmit],
        nameof(MoneyEntry) => [Permissions.MoneyPropose],
        nameof(YearClosing) => [Permissions.YearsClose],
        nameof(Decision) => [ForDecision(after.GetValueOrDefault("Kind"))],
        // What a closing of the year carries over names no decision, nor do papers older than the register.
        nameof(AllotmentPaper) => after.GetValueOrDefault("DecisionId") is { } decision ? [ForDecision(_decisions.GetValueOrDefault(decision))] : [Permissions.YearsClose, Permissions.AllotmentsEdit],
        // Written by the decision that ends the project or lowers it, never by hand.
        nameof(Contract) when after.GetValueOrDefault("Kind") == nameof(ContractKind.Termination) => [Permissions.PlansApprove],
        nameof(Contract) => [Permissions.ContractsRecord],
        nameof(Acceptance) => [Permissions.AcceptancesRecord],
        nameof(Delegation) => [Permissions.SettingsManage],
        nameof(AccountRequest) => [Permissions.AccountsManage],
        nameof(AccountVerdict) => [Permissions.AccountsConfirm],
        nameof(PlanStatusChange) => after.GetValueOrDefault("Action") switch
        {
            nameof(PlanAction.Submit) => [Permissions.PlansSubmit],
            nameof(PlanAction.Appraise) => [Permissions.PlansAppraise],
            nameof(PlanAction.Return) => [Permissions.PlansReturn],
            nameof(PlanAction.Approve) => [Permissions.PlansApprove],
            _ => [],
        },
        nameof(AdjustmentStatusChange) => after.GetValueOrDefault("Action") switch
        {
            nameof(AdjustmentAction.Submit) => [Permissions.AdjustmentsSubmit],
            nameof(AdjustmentAction.Return) => [Permissions.PlansReturn, Permissions.PlansApprove],
            nameof(AdjustmentAction.Reject) or nameof(AdjustmentAction.Approve) => [Permissions.PlansApprove],
            _ => [],
        },
        _ => [],
    };

    // What cannot be read has a wrong seal, and is told as such.
    private static bool TryRead(string? json, out Dictionary<string, string?> after)
    {
        after = new(StringComparer.Ordinal);
        try
        {
            var changes = JsonSerializer.Deserialize<Dictionary<string, string?[]?>>(json ?? string.Empty);
            if (changes is null) return false;
            foreach (var (field, values) in changes) after[field] = values?.ElementAtOrDefault(1);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
