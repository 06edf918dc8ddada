using KhuyenCong.Services.Imports;

namespace KhuyenCong.Services.Vi;

/// <summary>What a line of an adjustment's annex is to the plan, in words.</summary>
public static class AnnexAdjustmentTexts
{
    public static string Of(AnnexAdjustmentLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.State switch
        {
            AnnexAdjustmentState.Raises => $"Tăng {VndFormat.DongShort(line.After!.Value - line.Current!.Value)}",
            AnnexAdjustmentState.Lowers => $"Giảm {VndFormat.DongShort(line.Current!.Value - line.After!.Value)}",
            AnnexAdjustmentState.Stops => "Dừng đề án (sau điều chỉnh bằng 0)",
            AnnexAdjustmentState.Stays => "Không đổi",
            AnnexAdjustmentState.NoProject => "Kế hoạch không có đề án tên này",
            AnnexAdjustmentState.SeveralProjects => "Nhiều đề án cùng tên; đơn vị thụ hưởng không cho biết là đề án nào",
            AnnexAdjustmentState.Twice => "Đề án này đã có ở một dòng trên",
            AnnexAdjustmentState.BeforeDiffers => $"Kế hoạch đang ghi {VndFormat.DongShort(line.Current!.Value)}, khác số trước điều chỉnh",
            AnnexAdjustmentState.Unreadable => "Thiếu số tiền, hoặc số tiền không đọc được",
            AnnexAdjustmentState.NotRead => "Dòng có số tiền nhưng không được đọc là đề án",
        };
    }
}
