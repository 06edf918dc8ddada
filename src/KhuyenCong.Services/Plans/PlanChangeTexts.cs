using System.Globalization;
using System.Text.Json;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Plans;

/// <summary>Puts entries of the audit trail into the words of one plan; entries of other plans say nothing.</summary>
/// <param name="planId">The plan.</param>
/// <param name="codes">Codes of its projects by id.</param>
/// <param name="termsCodes">The same by the ids of their terms.</param>
/// <param name="opinionCodes">The same by the ids of the opinions on them.</param>
/// <param name="units">Names of the units spoken of.</param>
internal sealed class PlanChangeTexts(
    int planId, IReadOnlyDictionary<int, string> codes, IReadOnlyDictionary<int, string> termsCodes,
    IReadOnlyDictionary<int, string> opinionCodes, IReadOnlyDictionary<int, string> units)
{
    private const string None = "–";

    public IEnumerable<StaleRow> Tell(AuditEntry entry)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!;
        var keys = entry.EntityKey.Split('/');
        var id = int.TryParse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (entry.Entity, entry.Action) switch
        {
            (nameof(Plan), AuditAction.Changed) when id == planId => Plan(fields),
            (nameof(Project), _) => Project(entry.Action, id, fields),
            (nameof(ProjectTerms), AuditAction.Changed) when termsCodes.TryGetValue(id, out var code) => Terms(code, fields),
            (nameof(TermsFunding), _) when termsCodes.TryGetValue(id, out var code) =>
                [new StaleRow($"{code} – Kinh phí hỗ trợ{ShareOf(keys)}", Amount(fields[nameof(TermsFunding.Amount)][0]), Amount(fields[nameof(TermsFunding.Amount)][1]))],
            (nameof(TermsArea), _) when termsCodes.TryGetValue(id, out var code) => Area(code, entry.Action, keys[1]),
            (nameof(AppraisalOpinion), not AuditAction.Deleted) when opinionCodes.TryGetValue(id, out var code) => Opinion(code, fields),
            _ => [],
        };
    }

    private static IEnumerable<StaleRow> Plan(Dictionary<string, string?[]> fields)
    {
        if (fields.TryGetValue(nameof(Domain.Plans.Plan.Status), out var status)) yield return new StaleRow("Tình trạng kế hoạch", Status(status[0]), Status(status[1]));
    }

    private IEnumerable<StaleRow> Project(AuditAction action, int id, Dictionary<string, string?[]> fields)
    {
        if (action == AuditAction.Deleted && fields[nameof(Domain.Projects.Project.PlanId)][0] == planId.ToString(CultureInfo.InvariantCulture))
        {
            yield return new StaleRow($"Đề án {fields[nameof(Domain.Projects.Project.Code)][0]}", "Có trong kế hoạch", "Đã xóa");
        }

        if (!codes.TryGetValue(id, out var code)) yield break;
        if (action == AuditAction.Added) yield return new StaleRow($"Đề án {code}", "Chưa có", "Mới thêm");
        else if (fields.ContainsKey(nameof(Domain.Projects.Project.GroupId))) yield return new StaleRow($"{code} – Nhóm", "Nhóm cũ", "Đã chuyển nhóm");
        else if (fields.TryGetValue(nameof(Domain.Projects.Project.Ordinal), out var place)) yield return new StaleRow($"{code} – Thứ tự trong nhóm", place[0] ?? None, place[1] ?? None);
    }

    private static IEnumerable<StaleRow> Terms(string code, Dictionary<string, string?[]> fields)
    {
        foreach (var (field, values) in fields)
        {
            if (ProjectFieldTexts.Of(field) is { } label) yield return new StaleRow($"{code} – {label}", Shown(field, values[0]), Shown(field, values[1]));
        }
    }

    private IEnumerable<StaleRow> Area(string code, AuditAction action, string unitKey)
    {
        var name = units.GetValueOrDefault(int.Parse(unitKey, CultureInfo.InvariantCulture), None);
        yield return action == AuditAction.Deleted
            ? new StaleRow($"{code} – Địa bàn", name, "Đã bỏ")
            : new StaleRow($"{code} – Địa bàn", None, name);
    }

    private static IEnumerable<StaleRow> Opinion(string code, Dictionary<string, string?[]> fields)
    {
        if (fields.TryGetValue(nameof(AppraisalOpinion.Verdict), out var verdict)) yield return new StaleRow($"{code} – Ý kiến thẩm định", Verdict(verdict[0]), Verdict(verdict[1]));
        if (fields.TryGetValue(nameof(AppraisalOpinion.Note), out var note)) yield return new StaleRow($"{code} – Ghi chú thẩm định", note[0] ?? None, note[1] ?? None);
    }

    private static string Shown(string field, string? value) => field switch
    {
        nameof(ProjectTerms.Counterpart) or nameof(ProjectTerms.Other) or nameof(ProjectTerms.EligibleCost) => Amount(value),
        nameof(ProjectTerms.StartMonth) or nameof(ProjectTerms.EndMonth) => DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) ? ViDates.Month(day) : None,
        nameof(ProjectTerms.AreaScope) => Enum.TryParse<AreaScope>(value, out var scope) ? AreaTexts.Of(scope) : None,
        _ => value ?? None,
    };

    // The key of a share names its source and year.
    private static string ShareOf(string[] keys) => keys is [_, var source, var year] && Enum.TryParse<FundingSource>(source, out var of) ? $" {StatusText.Short(of)} năm {year}" : string.Empty;

    private static string Amount(string? dong) =>
        long.TryParse(dong, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? VndFormat.DongShort(new Vnd(amount)) : None;

    private static string Status(string? name) => Enum.TryParse<PlanStatus>(name, out var status) ? StatusText.Of(status) : None;

    private static string Verdict(string? name) => Enum.TryParse<AppraisalVerdict>(name, out var verdict) ? StatusText.Of(verdict) : None;
}
