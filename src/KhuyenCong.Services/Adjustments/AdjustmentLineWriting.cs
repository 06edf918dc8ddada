using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using static KhuyenCong.Domain.Adjustments.AdjustmentKind;

namespace KhuyenCong.Services.Adjustments;

/// <summary>A line and its form.</summary>
internal static class AdjustmentLineWriting
{
    /// <summary>What a line says, in the form's own words.</summary>
    public static AdjustmentLineRequest Read(AdjustmentLine line, int version) => new()
    {
        Version = version, Kind = line.Kind, ProjectId = line.ProjectId, Reason = line.Reason, Support = Typed(line.Support), Source = line.Source,
        Counterpart = Typed(line.Counterpart), Other = Typed(line.Other), Beneficiary = line.BeneficiaryText,
        Area = AreaNames.Of(line.AreaScope, [.. line.Areas.Select(a => new AreaName(a.Unit!.Name, a.Unit.Level, a.Unit.Parent?.Name, a.Unit.Parent?.Level))]),
        StartMonth = Typed(line.StartMonth), EndMonth = Typed(line.EndMonth), Name = line.Name, Objectives = line.Objectives, ImplementingUnit = line.ImplementingUnit,
        CategoryId = line.CategoryId, NormId = line.NormId, EligibleCost = Typed(line.EligibleCost), Establishments = line.Establishments, OverNormReason = line.OverNormReason,
        PlannedRecovery = Typed(line.PlannedRecovery), RecoverBy = line.RecoverBy is { } day ? ViDates.Day(day) : null,
    };

    /// <summary>Takes from the form only what the line's kind may change: a field left over from another kind changes nothing.</summary>
    public static void Write(AdjustmentLine line, AdjustmentLineRequest request)
    {
        var kind = line.Kind;
        if (kind is RaiseSupport or LowerSupport or AddProject) line.Support = ViShape.Amount(request.Support);
        if (kind is RaiseSupport or LowerSupport or AddProject or ChangeContent)
        {
            line.Counterpart = ViShape.Amount(request.Counterpart);
            line.Other = ViShape.Amount(request.Other);
        }

        if (kind is ReplaceBeneficiary or AddProject) line.BeneficiaryText = VietnameseText.Clean(request.Beneficiary);
        if (kind is MoveSource or AddProject) line.Source = request.Source;
        if (kind is ChangeDates or AddProject) line.StartMonth = ViShape.Month(request.StartMonth);
        if (kind is ChangeDates or AddProject or MoveToNextYear) line.EndMonth = ViShape.Month(request.EndMonth);
        if (kind is ChangeContent or AddProject)
        {
            line.Name = VietnameseText.Clean(request.Name);
            line.Objectives = VietnameseText.CleanLines(request.Objectives);
            line.ImplementingUnit = VietnameseText.Clean(request.ImplementingUnit);
        }

        if (kind is RaiseSupport or AddProject)
        {
            line.EligibleCost = ViShape.Amount(request.EligibleCost);
            line.Establishments = request.Establishments;
            line.OverNormReason = VietnameseText.CleanLines(request.OverNormReason);
        }

        if (kind is AddProject) (line.CategoryId, line.NormId) = (request.CategoryId, request.NormId);
        if (kind is not StopProject) return;
        line.PlannedRecovery = ViShape.Amount(request.PlannedRecovery);
        line.RecoverBy = ViShape.Date(request.RecoverBy);
    }

    private static string? Typed(Vnd? amount) => amount is { } dong ? VndFormat.Dong(dong) : null;

    private static string? Typed(DateOnly? month) => month is { } first ? ViDates.Month(first) : null;
}
