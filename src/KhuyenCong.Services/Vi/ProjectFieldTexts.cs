using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Vi;

/// <summary>Names of a project's terms, as forms, comparisons and the trail show them.</summary>
public static class ProjectFieldTexts
{
    /// <summary>The label of a property of the terms; null for properties that people are not shown.</summary>
    public static string? Of(string property) => property switch
    {
        nameof(ProjectTerms.Name) => "Tên đề án",
        nameof(ProjectTerms.ImplementingUnit) => "Đơn vị thực hiện",
        nameof(ProjectTerms.BeneficiaryText) => "Đơn vị thụ hưởng",
        nameof(ProjectTerms.AreaScope) => "Phạm vi địa bàn",
        nameof(ProjectTerms.Objectives) => "Mục tiêu, quy mô",
        nameof(ProjectTerms.StartMonth) => "Tháng bắt đầu",
        nameof(ProjectTerms.EndMonth) => "Tháng kết thúc",
        nameof(ProjectTerms.Support) => "Kinh phí hỗ trợ",
        nameof(ProjectTerms.Counterpart) => "Đối ứng",
        nameof(ProjectTerms.Other) => "Nguồn khác",
        nameof(ProjectTerms.EligibleCost) => "Chi phí hợp lệ",
        nameof(ProjectTerms.Establishments) => "Số cơ sở",
        nameof(ProjectTerms.OverNormReason) => "Lý do vượt định mức",
        nameof(ProjectTerms.Note) => "Ghi chú",
        _ => null,
    };
}
