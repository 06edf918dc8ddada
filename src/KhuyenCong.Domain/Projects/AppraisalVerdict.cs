namespace KhuyenCong.Domain.Projects;

/// <summary>An appraiser's opinion on a project.</summary>
public enum AppraisalVerdict
{
    /// <summary>Đạt.</summary>
    Passed,

    /// <summary>Cần chỉnh sửa.</summary>
    NeedsChange,

    /// <summary>Không đạt.</summary>
    Failed,
}
