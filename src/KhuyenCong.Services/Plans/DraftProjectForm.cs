using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Plans;

/// <summary>What the form of a draft's project shows: the values, and what can be chosen.</summary>
public sealed record DraftProjectForm(
    int PlanId, string PlanTitle, int PlanYear, bool IsEditable, FundingSource Source, int? ProjectId, string? Code, DraftProjectRequest Values,
    IReadOnlyList<DraftChoice> Groups, IReadOnlyList<DraftChoice> Norms, IReadOnlyList<string> AreaSuggestions);

/// <summary>A value with its words.</summary>
public sealed record DraftChoice(string Value, string Text);
