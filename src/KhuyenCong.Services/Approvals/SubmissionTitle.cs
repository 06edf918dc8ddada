using System.Globalization;

namespace KhuyenCong.Services.Approvals;

/// <summary>What a submission is called: the plan, or the adjustment of the plan.</summary>
internal static class SubmissionTitle
{
    public static string Of(int? ordinal, string plan) =>
        ordinal is { } number ? string.Create(CultureInfo.InvariantCulture, $"Điều chỉnh lần {number} – {plan}") : plan;
}
