using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;
using static KhuyenCong.Domain.Adjustments.AdjustmentKind;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Takes from the form only what the line's kind may change: a field left over from another kind changes nothing.</summary>
internal static class AdjustmentLineWriting
{
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
            line.Objectives = VietnameseText.Clean(request.Objectives);
            line.ImplementingUnit = VietnameseText.Clean(request.ImplementingUnit);
        }

        if (kind is AddProject) line.CategoryId = request.CategoryId;
        if (kind is not StopProject) return;
        line.PlannedRecovery = ViShape.Amount(request.PlannedRecovery);
        line.RecoverBy = ViShape.Date(request.RecoverBy);
    }
}
