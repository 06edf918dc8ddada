using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Vi;

/// <summary>The Vietnamese names of states, kinds, roles and actions: the same on screens, in exports and in messages.</summary>
public static class StatusText
{
    /// <summary>A plan's status: "Đã phê duyệt".</summary>
    public static string Of(PlanStatus status) => status switch
    {
        PlanStatus.Draft => "Dự thảo",
        PlanStatus.Submitted => "Đã trình",
        PlanStatus.Appraised => "Đã thẩm định",
        PlanStatus.Returned => "Trả lại",
        PlanStatus.Approved => "Đã phê duyệt",
        PlanStatus.Closed => "Đã quyết toán, đóng",
    };

    /// <summary>A project's work status: "Đang thực hiện".</summary>
    public static string Of(ProjectStatus status) => status switch
    {
        ProjectStatus.Registered => "Đã đăng ký",
        ProjectStatus.Surveyed => "Đã khảo sát",
        ProjectStatus.Drafted => "Đã lập hồ sơ",
        ProjectStatus.Appraised => "Đã thẩm định",
        ProjectStatus.Approved => "Đã phê duyệt",
        ProjectStatus.Contracted => "Đã ký hợp đồng",
        ProjectStatus.InProgress => "Đang thực hiện",
        ProjectStatus.Accepted => "Đã nghiệm thu",
        ProjectStatus.Liquidated => "Đã thanh lý",
        ProjectStatus.Settled => "Đã quyết toán",
        ProjectStatus.Archived => "Đã lưu hồ sơ",
        ProjectStatus.Rejected => "Không được duyệt",
        ProjectStatus.Withdrawn => "Đã rút",
        ProjectStatus.Discontinued => "Ngừng thực hiện",
    };

    /// <summary>An appraiser's opinion: "Đạt".</summary>
    public static string Of(AppraisalVerdict verdict) => verdict switch
    {
        AppraisalVerdict.Passed => "Đạt",
        AppraisalVerdict.NeedsChange => "Cần chỉnh sửa",
        AppraisalVerdict.Failed => "Không đạt",
    };

    /// <summary>A kind of money entry: "Tạm ứng".</summary>
    public static string Of(MoneyEntryKind kind) => kind switch
    {
        MoneyEntryKind.Advance => "Tạm ứng",
        MoneyEntryKind.Payment => "Thanh toán",
        MoneyEntryKind.Recovery => "Thu hồi",
        MoneyEntryKind.Clearing => "Thanh toán tạm ứng",
        MoneyEntryKind.Reversal => "Bút toán đảo",
        MoneyEntryKind.Settlement => "Quyết toán",
    };

    /// <summary>Where a limit of disbursement comes from.</summary>
    public static string Of(LimitBasis basis) => basis switch
    {
        LimitBasis.Support => "kinh phí hỗ trợ",
        LimitBasis.Contract => "theo hợp đồng",
        LimitBasis.Acceptance => "kinh phí nghiệm thu",
    };

    /// <summary>The accountant's word on a money entry, or that it is still awaited.</summary>
    public static string Of(MoneyVerdict? verdict) => verdict switch
    {
        null => "Chờ kế toán duyệt",
        { Posted: true } => "Đã ghi sổ",
        _ => "Đã từ chối",
    };

    /// <summary>A funding source in full: "Khuyến công địa phương".</summary>
    public static string Of(FundingSource source) => source switch
    {
        FundingSource.Local => "Khuyến công địa phương",
        FundingSource.National => "Khuyến công quốc gia",
    };

    /// <summary>A funding source where space is short: "KCĐP".</summary>
    public static string Short(FundingSource source) => source switch
    {
        FundingSource.Local => "KCĐP",
        FundingSource.National => "KCQG",
    };

    /// <summary>A role's title: "Chuyên viên Sở".</summary>
    public static string Of(Role role) => role switch
    {
        Role.Leader => "Lãnh đạo Sở",
        Role.DivisionHead => "Trưởng phòng",
        Role.Division => "Chuyên viên Sở",
        Role.Accountant => "Kế toán",
        Role.CentreManager => "Lãnh đạo Trung tâm",
        Role.Officer => "Cán bộ Trung tâm",
        Role.Manager => "Quản lý (xem và xuất)",
        Role.Administrator => "Quản trị",
    };

    /// <summary>What a decision's stated total counts.</summary>
    public static string Of(StatedBasis basis) => basis switch
    {
        StatedBasis.Total => "Tổng kinh phí (hỗ trợ, đối ứng và nguồn khác)",
        StatedBasis.Support => "Kinh phí hỗ trợ",
    };

    /// <summary>What a row of contracts is: "Phụ lục hợp đồng".</summary>
    public static string Of(ContractKind kind) => kind switch
    {
        ContractKind.Contract => "Hợp đồng",
        ContractKind.Appendix => "Phụ lục hợp đồng",
        ContractKind.Termination => "Thanh lý do ngừng thực hiện",
    };

    /// <summary>A kind of decision: "Phê duyệt kế hoạch".</summary>
    public static string Of(DecisionKind kind) => kind switch
    {
        DecisionKind.Approve => "Phê duyệt kế hoạch",
        DecisionKind.Adjust => "Điều chỉnh",
        DecisionKind.Supplement => "Bổ sung",
        DecisionKind.Stop => "Ngừng thực hiện",
        DecisionKind.Allot => "Giao dự toán",
    };

    /// <summary>An action on a plan as a verb, lower case, to stand within a sentence: "trình".</summary>
    public static string Of(PlanAction action) => action switch
    {
        PlanAction.Edit => "sửa",
        PlanAction.Submit => "trình",
        PlanAction.Appraise => "thẩm định",
        PlanAction.Return => "trả lại",
        PlanAction.Approve => "phê duyệt",
        PlanAction.Close => "quyết toán, đóng",
    };

    /// <summary>An action on a project as a verb, lower case, to stand within a sentence: "nghiệm thu".</summary>
    public static string Of(ProjectAction action) => action switch
    {
        ProjectAction.Approve => "phê duyệt",
        ProjectAction.Contract => "ký hợp đồng",
        ProjectAction.Start => "bắt đầu thực hiện",
        ProjectAction.Accept => "nghiệm thu",
        ProjectAction.Stop => "ngừng thực hiện",
        ProjectAction.Settle => "quyết toán",
        ProjectAction.Reopen => "mở lại quyết toán",
    };
}
