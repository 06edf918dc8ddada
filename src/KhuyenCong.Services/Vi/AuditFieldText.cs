namespace KhuyenCong.Services.Vi;

/// <summary>What people call the fields that the trail tells of.</summary>
public static class AuditFieldText
{
    /// <summary>The machine's own: numbers of versions and keys, what Identity derives, and names that stand beside their account.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "Id", "Version", "FormKey", "NormalizedEmail", "NormalizedUserName", "NormalizedName", "ConcurrencyStamp", "SecurityStamp", "VoucherKey",
        "ByName", "ProposedByName", "ClosedByName", "SubmittedByName", "RequestedByName", "TokenHash", "CodeHash", "DeviceId", "LastCodeStep",
        "CredentialId", "PublicKey", "Attestation", "ClientData", "SignCount", "Xml",
    };

    /// <summary>Where one name means different things.</summary>
    private static readonly Dictionary<(string Entity, string Field), string> Own = new()
    {
        [("Project", "Support")] = "Kinh phí hỗ trợ đang có hiệu lực", [("Project", "Settled")] = "Đã quyết toán", [("Project", "Code")] = "Mã đề án",
        [("ProjectTerms", "Name")] = "Tên đề án", [("AdjustmentLine", "Name")] = "Tên đề án", [("AdjustmentLine", "Kind")] = "Loại điều chỉnh",
        [("Decision", "Number")] = "Số, ký hiệu", [("Decision", "Kind")] = "Loại quyết định", [("Decision", "Capacity")] = "Thể thức ký",
        [("ApprovalSignature", "Capacity")] = "Ký với tư cách", [("Contract", "Number")] = "Số hợp đồng", [("AllotmentPaper", "Number")] = "Số văn bản",
        [("Contract", "Kind")] = "Loại", [("MoneyEntry", "Kind")] = "Loại bút toán", [("MoneyEntry", "UnitId")] = "Đơn vị giữ chứng từ", [("VoucherUse", "UnitId")] = "Đơn vị giữ chứng từ",
        [("MoneyEntry", "Date")] = "Ngày chứng từ", [("OfficerAssignment", "From")] = "Từ ngày", [("OfficerAssignment", "Until")] = "Đến trước ngày",
        [("Delegation", "From")] = "Từ ngày", [("Delegation", "Until")] = "Đến hết ngày", [("Delegation", "FromId")] = "Người ủy quyền", [("Delegation", "ToId")] = "Người được ủy quyền",
        [("Delegation", "Permission")] = "Quyền được ủy", [("BeneficiaryMerge", "FromId")] = "Đơn vị được gộp", [("BeneficiaryMerge", "IntoId")] = "Gộp vào đơn vị",
        [("AccountRequest", "Kind")] = "Đề nghị", [("AccountRequest", "Roles")] = "Vai trò đề nghị", [("Notice", "Kind")] = "Việc", [("IntegrityAlarm", "Kind")] = "Sai lệch",
        [("DataProtectionKey", "FriendlyName")] = "Tên khóa", [("Passkey", "Name")] = "Tên khóa truy cập", [("IntegrityAlarm", "EntityKey")] = "Số của dòng", [("IntegrityAlarm", "Entity")] = "Loại dữ liệu",
        [("SignInEvent", "Kind")] = "Việc", [("IdentityUserToken", "LoginProvider")] = "Nơi giữ", [("IdentityUserToken", "Name")] = "Loại mã", [("MoneyVerdict", "Posted")] = "Cho ghi sổ", [("AppUser", "Position")] = "Chức vụ", [("AppRole", "Name")] = "Tên vai trò", [("Organisation", "Name")] = "Tên cơ quan, đơn vị",
        [("AnnexCarryOver", "FromId")] = "Từ tệp tải lên trước", [("AnnexCarryOver", "Kept")] = "Số câu được giữ", [("AnnexCarryOver", "Lost")] = "Số câu không còn dùng", [("AnnexCarryOver", "LostText")] = "Câu không còn dùng",
        [("AnnexAlias", "Key")] = "Chữ dùng để so", [("AnnexAlias", "Text")] = "Chữ trong phụ lục", [("AnnexAlias", "Value")] = "Hiểu là", [("AnnexAlias", "SavedAt")] = "Lưu lúc", [("AnnexAlias", "SavedById")] = "Người lưu", [("AnnexAlias", "WithdrawnAt")] = "Thôi dùng lúc", [("AnnexAlias", "WithdrawnById")] = "Người thôi dùng",
        [("Beneficiary", "Name")] = "Tên đơn vị", [("AdministrativeUnit", "Name")] = "Tên địa bàn", [("Document", "FileName")] = "Tên tệp",
    };

    private static readonly Dictionary<string, string> Shared = new(StringComparer.Ordinal)
    {
        ["AcceptedOn"] = "Ngày nghiệm thu", ["AcceptedSupport"] = "Kinh phí được nghiệm thu", ["AccessFailedCount"] = "Số lần nhập sai mật khẩu", ["Action"] = "Việc",
        ["AddedAt"] = "Lưu lúc", ["AddedById"] = "Người lưu", ["AdjustmentId"] = "Đề nghị điều chỉnh", ["Advanced"] = "Đã tạm ứng", ["After"] = "Sau đính chính",
        ["Alias"] = "Tên gọi khác", ["Allocated"] = "Đã phân bổ", ["Allotted"] = "Được giao", ["AllotmentId"] = "Dự toán", ["Amount"] = "Số tiền", ["AreaScope"] = "Phạm vi địa bàn",
        ["AssignedById"] = "Người phân công", ["At"] = "Lúc", ["BaseTermsId"] = "Nội dung làm căn cứ", ["Before"] = "Trước đính chính", ["BeneficiaryId"] = "Đơn vị thụ hưởng trong danh bạ",
        ["BeneficiaryText"] = "Đơn vị thụ hưởng", ["ById"] = "Người thực hiện", ["Cancelled"] = "Hủy", ["Canonical"] = "Nội dung trình",
        ["Cap"] = "Mức tối đa", ["CapUnit"] = "Mức tính theo", ["Capacity"] = "Tư cách", ["CarriedOver"] = "Chuyển năm sau", ["CategoryId"] = "Nội dung hoạt động",
        ["ClaimType"] = "Loại thuộc tính", ["ClaimValue"] = "Giá trị thuộc tính", ["Cleared"] = "Đã thanh toán tạm ứng", ["ClosedAt"] = "Khóa sổ lúc", ["ClosedById"] = "Người khóa sổ",
        ["ClosingId"] = "Lần khóa sổ", ["Code"] = "Mã", ["ComputedCount"] = "Số đề án tính được", ["ComputedTotal"] = "Tổng tính được",
        ["ContentType"] = "Loại tệp", ["ContractRequired"] = "Phải có hợp đồng", ["Contracted"] = "Giá trị hợp đồng", ["Counterpart"] = "Đối ứng", ["CreatedById"] = "Người lập",
        ["Date"] = "Ngày", ["Decider"] = "Cấp quyết định", ["DecisionId"] = "Quyết định", ["DelegationId"] = "Theo ủy quyền", ["DifferenceReason"] = "Lý do chênh lệch",
        ["Difficulties"] = "Khó khăn", ["Disbursed"] = "Đã giải ngân", ["DocumentId"] = "Tệp", ["Done"] = "Việc đã làm", ["Effect"] = "Thay đổi kinh phí", ["EffectiveFrom"] = "Có hiệu lực từ",
        ["EligibleCost"] = "Chi phí hợp lệ", ["Email"] = "Email", ["EmailConfirmed"] = "Email đã xác nhận", ["Enabled"] = "Đang áp dụng", ["EndMonth"] = "Tháng kết thúc", ["EntryId"] = "Bút toán",
        ["Establishments"] = "Số cơ sở", ["EvidenceId"] = "Chứng từ quét", ["Field"] = "Mục đính chính", ["Finding"] = "Kết luận", ["FormerDistrictId"] = "Huyện trước đây", ["From"] = "Từ",
        ["FullName"] = "Họ tên", ["GroupId"] = "Nhóm", ["ImplementingUnit"] = "Đơn vị thực hiện", ["IsDecision"] = "Là bước quyết định", ["IsIllustrative"] = "Dữ liệu minh họa",
        ["IsLocked"] = "Bị khóa", ["IsStopped"] = "Ngừng thực hiện", ["IssuedOn"] = "Ngày ban hành", ["IssuingBodyId"] = "Cơ quan ban hành", ["Kind"] = "Loại", ["LastProgressOn"] = "Ngày cập nhật tiến độ gần nhất",
        ["LateReason"] = "Lý do ghi muộn", ["LegalBases"] = "Căn cứ", ["LegalBasis"] = "Căn cứ", ["LegalSource"] = "Văn bản quy định", ["Length"] = "Độ dài (byte)", ["Level"] = "Cấp",
        ["LineId"] = "Dòng điều chỉnh", ["LockoutEnabled"] = "Tạm khóa khi nhập sai", ["LockoutEnd"] = "Tạm khóa đến", ["LoginProvider"] = "Hệ thống đăng nhập", ["LowerReason"] = "Lý do tiến độ giảm",
        ["MaxRatePercent"] = "Tỷ lệ hỗ trợ tối đa (%)", ["MergedIntoId"] = "Gộp vào đơn vị", ["MinutesNumber"] = "Số biên bản", ["Name"] = "Tên", ["Next"] = "Việc tiếp theo", ["NormId"] = "Định mức",
        ["Note"] = "Ghi chú", ["Number"] = "Số", ["Objectives"] = "Mục tiêu, quy mô", ["OfficerId"] = "Cán bộ", ["Ordinal"] = "Thứ tự", ["Other"] = "Nguồn khác", ["OverNormReason"] = "Lý do vượt định mức",
        ["ParentId"] = "Thuộc", ["PasswordHash"] = "Mật khẩu", ["Pending"] = "Chờ kế toán duyệt chi", ["PendingClearing"] = "Chờ duyệt thanh toán tạm ứng", ["PendingRecovery"] = "Chờ duyệt thu hồi",
        ["Percent"] = "Khối lượng (%)", ["Permission"] = "Quyền", ["PhoneNumber"] = "Điện thoại", ["PhoneNumberConfirmed"] = "Điện thoại đã xác nhận", ["PlanId"] = "Kế hoạch",
        ["PlannedRecovery"] = "Dự kiến thu hồi", ["Position"] = "Chức danh ký", ["Posted"] = "Đã giải ngân", ["ProgressPercent"] = "Khối lượng (%)", ["ProjectId"] = "Đề án", ["Proposals"] = "Kiến nghị",
        ["ProposedAt"] = "Đề nghị lúc", ["ProposedById"] = "Người đề nghị", ["ProviderDisplayName"] = "Tên hệ thống đăng nhập", ["ProviderKey"] = "Mã ở hệ thống đăng nhập",
        ["AnsweredAt"] = "Trả lời lúc", ["AnsweredById"] = "Người trả lời", ["InFile"] = "Tệp đang ghi",
        ["Reason"] = "Lý do", ["RecordedAt"] = "Ghi nhận lúc", ["RecordedById"] = "Người ghi nhận", ["RecoverBy"] = "Thu hồi trước ngày", ["Recovered"] = "Đã thu hồi", ["Representative"] = "Người đại diện",
        ["ReversedKind"] = "Loại bút toán bị đảo", ["ReversesId"] = "Đảo bút toán", ["RevokedAt"] = "Thu lại lúc", ["RevokedById"] = "Người thu lại", ["RoleId"] = "Vai trò", ["Round"] = "Lần trình",
        ["Settled"] = "Đã quyết toán", ["Sha256"] = "Mã SHA-256", ["ShortName"] = "Tên ngắn", ["ShortTitle"] = "Tên ngắn", ["Signatory"] = "Người ký", ["SignatoryTitle"] = "Chức vụ người ký",
        ["SignedOn"] = "Ngày ký", ["Source"] = "Nguồn kinh phí", ["StartMonth"] = "Tháng bắt đầu", ["StatedBasis"] = "Tổng nêu trong quyết định là", ["StatedCount"] = "Số đề án nêu trong quyết định",
        ["StatedTotal"] = "Tổng nêu trong quyết định", ["Status"] = "Tình trạng", ["StepOrdinal"] = "Bước ký", ["Subject"] = "Trình về", ["SubjectId"] = "Số của nội dung trình",
        ["SubmissionId"] = "Bản trình", ["SubmittedAt"] = "Trình lúc", ["SubmittedById"] = "Người trình", ["SuccessorId"] = "Địa bàn mới",
        ["Support"] = "Kinh phí hỗ trợ", ["TaxCode"] = "Mã số thuế", ["TermsId"] = "Nội dung được duyệt", ["Threshold"] = "Từ số tiền", ["Title"] = "Tên", ["To"] = "Đến", ["Trade"] = "Ngành nghề",
        ["Tranche"] = "Đợt", ["TwoFactorEnabled"] = "Xác thực hai lớp", ["UnitId"] = "Địa bàn", ["UserId"] = "Tài khoản", ["UserName"] = "Tên đăng nhập", ["ValidFrom"] = "Có hiệu lực từ",
        ["ValidTo"] = "Hết hiệu lực", ["Value"] = "Giá trị", ["Verdict"] = "Ý kiến", ["Voucher"] = "Số chứng từ", ["Year"] = "Năm",
        ["Address"] = "Địa chỉ mạng", ["FriendlyName"] = "Tên khóa", ["Xml"] = "Nội dung khóa", ["CreatedAt"] = "Lập lúc", ["Detail"] = "Chi tiết", ["DetectedAt"] = "Phát hiện lúc", ["Device"] = "Thiết bị", ["During"] = "Khi đang", ["EndedAt"] = "Kết thúc lúc", ["EndedBecause"] = "Lý do kết thúc", ["EntryNumber"] = "Mục nhật ký",
        ["ExpiresAt"] = "Hết hạn lúc", ["Confirmed"] = "Xác nhận", ["IsBackedUp"] = "Đã sao lưu", ["IsBackupEligible"] = "Sao lưu được", ["IsUserVerified"] = "Đã xác minh người dùng", ["MadeAt"] = "Lập lúc", ["MadeById"] = "Người lập", ["MustChangePassword"] = "Phải đổi mật khẩu", ["PasswordChangedAt"] = "Đổi mật khẩu lúc", ["Purpose"] = "Dùng để", ["ReadAt"] = "Đã đọc lúc", ["RequestedAt"] = "Đề nghị lúc", ["RequestedById"] = "Người đề nghị", ["RequestId"] = "Đề nghị", ["RequiresSecondFactor"] = "Bắt buộc xác thực hai lớp", ["SeenAt"] = "Ghi nhận lúc", ["SeenById"] = "Người ghi nhận", ["StartedAt"] = "Bắt đầu lúc", ["Transports"] = "Cách kết nối", ["UsedAt"] = "Đã dùng lúc",
    };

    /// <summary>False for what only the machine needs.</summary>
    public static bool IsTold(string field) => !Silent.Contains(field);

    /// <summary>"Kinh phí hỗ trợ"; the field's own name where people have none for it.</summary>
    public static string Label(string entity, string field) =>
        Own.TryGetValue((entity, field), out var own) ? own : Shared.GetValueOrDefault(field, field);
}
