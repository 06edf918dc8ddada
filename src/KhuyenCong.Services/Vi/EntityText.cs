namespace KhuyenCong.Services.Vi;

/// <summary>What people call the things that the trail speaks of.</summary>
public static class EntityText
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Plan"] = "Kế hoạch", ["PlanGroup"] = "Nhóm nội dung của kế hoạch", ["PlanStatusChange"] = "Bước xử lý kế hoạch",
        ["Project"] = "Đề án", ["ProjectStatusChange"] = "Bước xử lý đề án", ["ProjectTerms"] = "Nội dung được duyệt của đề án",
        ["TermsFunding"] = "Kinh phí theo nguồn và năm", ["TermsArea"] = "Địa bàn của đề án", ["TermsBeneficiary"] = "Đơn vị thụ hưởng của đề án",
        ["AppraisalOpinion"] = "Ý kiến thẩm định", ["OfficerAssignment"] = "Phân công cán bộ", ["Contract"] = "Hợp đồng", ["Acceptance"] = "Nghiệm thu",
        ["ProgressUpdate"] = "Cập nhật tiến độ",
        ["Decision"] = "Quyết định", ["DecisionCorrection"] = "Đính chính quyết định", ["Document"] = "Tệp lưu", ["AnnexAnswer"] = "Câu trả lời khi nhập phụ lục", ["AnnexCarryOver"] = "Giữ câu trả lời khi tải lại phụ lục", ["AnnexAlias"] = "Cách đọc đã lưu",
        ["Adjustment"] = "Đề nghị điều chỉnh", ["AdjustmentLine"] = "Dòng điều chỉnh", ["AdjustmentLineArea"] = "Địa bàn của dòng điều chỉnh",
        ["AdjustmentStatusChange"] = "Bước xử lý điều chỉnh", ["AdjustmentDocument"] = "Tài liệu kèm điều chỉnh", ["AdjustmentAuthority"] = "Thẩm quyền điều chỉnh",
        ["Submission"] = "Bản trình", ["SubmissionStep"] = "Bước ký của bản trình", ["ApprovalSignature"] = "Chữ ký duyệt", ["ApprovalStep"] = "Cấu hình bước ký",
        ["Delegation"] = "Ủy quyền",
        ["Allotment"] = "Dự toán được giao", ["AllotmentPaper"] = "Văn bản giao dự toán", ["MoneyEntry"] = "Bút toán tiền", ["MoneyVerdict"] = "Ý kiến kế toán",
        ["VoucherUse"] = "Số chứng từ", ["YearClosing"] = "Khóa sổ năm", ["YearClosingLine"] = "Khóa sổ năm theo nguồn", ["SpendingNorm"] = "Định mức",
        ["Beneficiary"] = "Đơn vị thụ hưởng", ["BeneficiaryMerge"] = "Gộp đơn vị thụ hưởng",
        ["Organisation"] = "Cơ quan, đơn vị", ["AdministrativeUnit"] = "Đơn vị hành chính", ["UnitAlias"] = "Tên gọi khác của địa bàn",
        ["UnitSuccession"] = "Địa bàn sau sắp xếp", ["ActivityCategory"] = "Nội dung hoạt động khuyến công",
        ["AppUser"] = "Tài khoản", ["AppRole"] = "Vai trò", ["IdentityUserRole"] = "Vai trò của tài khoản", ["SignInEvent"] = "Đăng nhập, đăng xuất",
        ["UserSession"] = "Phiên làm việc", ["AccountRequest"] = "Đề nghị về tài khoản", ["AccountVerdict"] = "Xác nhận đề nghị về tài khoản",
        ["DataProtectionKey"] = "Khóa bảo vệ cookie", ["OneTimeLink"] = "Liên kết dùng một lần", ["Notice"] = "Thông báo cho người dùng", ["RecoveryCode"] = "Mã dự phòng", ["Passkey"] = "Khóa truy cập (passkey)",
        ["IntegrityAlarm"] = "Cảnh báo toàn vẹn",
        ["IdentityRoleClaim"] = "Thuộc tính của vai trò", ["IdentityUserClaim"] = "Thuộc tính của tài khoản",
        ["IdentityUserLogin"] = "Liên kết với hệ thống đăng nhập", ["IdentityUserToken"] = "Mã xác thực của tài khoản",
    };

    /// <summary>Every entity with a name, as the filter lists them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } = [.. Names.OrderBy(n => n.Value, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true))];

    /// <summary>"Bút toán tiền"; the entity's own name where people have none for it.</summary>
    public static string Of(string entity) => Names.GetValueOrDefault(entity, entity);
}
