using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DecisionChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_TermsFunding",
                table: "TermsFunding");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Projects_Pending",
                table: "Projects");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Contracts_Value",
                table: "Contracts");

            migrationBuilder.AddColumn<int>(
                name: "Year",
                table: "TermsFunding",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "OverNormReason",
                table: "ProjectTerms",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Cleared",
                table: "Projects",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "PendingClearing",
                table: "Projects",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Settled",
                table: "Projects",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Projects",
                type: "TEXT",
                unicode: false,
                maxLength: 24,
                nullable: false,
                defaultValue: "Local");

            migrationBuilder.AddColumn<int>(
                name: "EvidenceId",
                table: "MoneyEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LateReason",
                table: "MoneyEntries",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReversedKind",
                table: "MoneyEntries",
                type: "TEXT",
                unicode: false,
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReversesId",
                table: "MoneyEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UnitId",
                table: "MoneyEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "PlanId",
                table: "Decisions",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<int>(
                name: "AdjustmentId",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Capacity",
                table: "Decisions",
                type: "TEXT",
                unicode: false,
                maxLength: 24,
                nullable: false,
                defaultValue: "Own");

            migrationBuilder.AddColumn<long>(
                name: "Effect",
                table: "Decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "LegalBases",
                table: "Decisions",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmissionId",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Contracts",
                type: "TEXT",
                unicode: false,
                maxLength: 24,
                nullable: false,
                defaultValue: "Contract");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Beneficiaries",
                type: "TEXT",
                unicode: false,
                maxLength: 24,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Beneficiaries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Representative",
                table: "Beneficiaries",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trade",
                table: "Beneficiaries",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Beneficiaries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "DecisionId",
                table: "AllotmentPapers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_TermsFunding",
                table: "TermsFunding",
                columns: new[] { "TermsId", "Source", "Year" });

            migrationBuilder.CreateTable(
                name: "AdjustmentAuthorities",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    Decider = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdjustmentAuthorities", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "Adjustments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedById = table.Column<int>(type: "INTEGER", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedById = table.Column<int>(type: "INTEGER", nullable: false),
                    DecisionId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adjustments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Adjustments_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adjustments_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adjustments_Users_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "Users",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Adjustments_Users_SubmittedById",
                        column: x => x.SubmittedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalSteps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Permission = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Threshold = table.Column<long>(type: "INTEGER", nullable: true),
                    Enabled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalSteps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BeneficiaryMerges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IntoId = table.Column<int>(type: "INTEGER", nullable: false),
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BeneficiaryMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BeneficiaryMerges_Beneficiaries_FromId",
                        column: x => x.FromId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BeneficiaryMerges_Beneficiaries_IntoId",
                        column: x => x.IntoId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BeneficiaryMerges_Users_ById",
                        column: x => x.ById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionCorrections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DecisionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionCorrections_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DecisionCorrections_Users_ById",
                        column: x => x.ById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    Permission = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RecordedById = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedById = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegations_Users_FromId",
                        column: x => x.FromId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Users_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Users_ToId",
                        column: x => x.ToId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInEvents_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    SubjectId = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanId = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Canonical = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    SubmittedById = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedByName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Submissions_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Submissions_Users_SubmittedById",
                        column: x => x.SubmittedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoucherUses",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    VoucherKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherUses", x => new { x.UnitId, x.Year, x.VoucherKey });
                    table.ForeignKey(
                        name: "FK_VoucherUses_MoneyEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "MoneyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VoucherUses_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "YearClosings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedById = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearClosings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_YearClosings_Users_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AdjustmentDocument",
                columns: table => new
                {
                    AdjustmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdjustmentDocument", x => new { x.AdjustmentId, x.DocumentId });
                    table.ForeignKey(
                        name: "FK_AdjustmentDocument_Adjustments_AdjustmentId",
                        column: x => x.AdjustmentId,
                        principalTable: "Adjustments",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AdjustmentDocument_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AdjustmentHistory",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AdjustmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    From = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    To = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdjustmentHistory", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdjustmentHistory_Adjustments_AdjustmentId",
                        column: x => x.AdjustmentId,
                        principalTable: "Adjustments",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AdjustmentLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AdjustmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    ProjectId = table.Column<int>(type: "INTEGER", nullable: true),
                    BaseTermsId = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Support = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: true),
                    Counterpart = table.Column<long>(type: "INTEGER", nullable: true),
                    Other = table.Column<long>(type: "INTEGER", nullable: true),
                    BeneficiaryText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    BeneficiaryId = table.Column<int>(type: "INTEGER", nullable: true),
                    AreaScope = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    StartMonth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndMonth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Objectives = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ImplementingUnit = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CategoryId = table.Column<int>(type: "INTEGER", nullable: true),
                    PlannedRecovery = table.Column<long>(type: "INTEGER", nullable: true),
                    RecoverBy = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdjustmentLines", x => x.Id);
                    table.CheckConstraint("CK_AdjustmentLines_Amounts", "(Support IS NULL OR Support >= 0) AND (PlannedRecovery IS NULL OR PlannedRecovery >= 0)");
                    table.ForeignKey(
                        name: "FK_AdjustmentLines_ActivityCategories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "ActivityCategories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdjustmentLines_Adjustments_AdjustmentId",
                        column: x => x.AdjustmentId,
                        principalTable: "Adjustments",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AdjustmentLines_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdjustmentLines_ProjectTerms_BaseTermsId",
                        column: x => x.BaseTermsId,
                        principalTable: "ProjectTerms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdjustmentLines_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalSignatures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    StepOrdinal = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DelegationId = table.Column<int>(type: "INTEGER", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApprovalSignatures_Delegations_DelegationId",
                        column: x => x.DelegationId,
                        principalTable: "Delegations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprovalSignatures_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ApprovalSignatures_Users_ById",
                        column: x => x.ById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionSteps",
                columns: table => new
                {
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Permission = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    IsDecision = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionSteps", x => new { x.SubmissionId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_SubmissionSteps_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "YearClosingLines",
                columns: table => new
                {
                    ClosingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    Allotted = table.Column<long>(type: "INTEGER", nullable: false),
                    Disbursed = table.Column<long>(type: "INTEGER", nullable: false),
                    CarriedOver = table.Column<long>(type: "INTEGER", nullable: false),
                    Cancelled = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearClosingLines", x => new { x.ClosingId, x.Source });
                    table.CheckConstraint("CK_YearClosingLines_Sum", "CarriedOver >= 0 AND Cancelled >= 0 AND Disbursed >= 0 AND Allotted = Disbursed + CarriedOver + Cancelled");
                    table.ForeignKey(
                        name: "FK_YearClosingLines_YearClosings_ClosingId",
                        column: x => x.ClosingId,
                        principalTable: "YearClosings",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AdjustmentLineAreas",
                columns: table => new
                {
                    LineId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdjustmentLineAreas", x => new { x.LineId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_AdjustmentLineAreas_AdjustmentLines_LineId",
                        column: x => x.LineId,
                        principalTable: "AdjustmentLines",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AdjustmentLineAreas_AdministrativeUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "AdministrativeUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Projects_Cleared",
                table: "Projects",
                sql: "Cleared >= 0 AND Cleared <= Advanced");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Projects_Pending",
                table: "Projects",
                sql: "Pending >= 0 AND PendingRecovery >= 0 AND PendingClearing >= 0 AND Advanced >= 0 AND Recovered >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Projects_Settled",
                table: "Projects",
                sql: "Settled IS NULL OR (AcceptedSupport IS NOT NULL AND Settled >= Posted AND Settled <= AcceptedSupport)");

            migrationBuilder.CreateIndex(
                name: "IX_MoneyEntries_EvidenceId",
                table: "MoneyEntries",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_MoneyEntries_ReversesId",
                table: "MoneyEntries",
                column: "ReversesId");

            migrationBuilder.CreateIndex(
                name: "IX_MoneyEntries_UnitId",
                table: "MoneyEntries",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_SubmissionId",
                table: "Decisions",
                column: "SubmissionId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Contracts_Value",
                table: "Contracts",
                sql: "Value <> 0 AND (Value > 0 OR Kind <> 'Contract')");

            migrationBuilder.CreateIndex(
                name: "IX_Beneficiaries_MergedIntoId",
                table: "Beneficiaries",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_AllotmentPapers_DecisionId",
                table: "AllotmentPapers",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentDocument_DocumentId",
                table: "AdjustmentDocument",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentHistory_AdjustmentId",
                table: "AdjustmentHistory",
                column: "AdjustmentId");

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentLineAreas_UnitId",
                table: "AdjustmentLineAreas",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentLines_AdjustmentId",
                table: "AdjustmentLines",
                column: "AdjustmentId");

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentLines_BaseTermsId",
                table: "AdjustmentLines",
                column: "BaseTermsId");

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentLines_BeneficiaryId",
                table: "AdjustmentLines",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentLines_CategoryId",
                table: "AdjustmentLines",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentLines_ProjectId",
                table: "AdjustmentLines",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_CreatedById",
                table: "Adjustments",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_DecisionId",
                table: "Adjustments",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_PlanId_Ordinal",
                table: "Adjustments",
                columns: new[] { "PlanId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_Status",
                table: "Adjustments",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_Adjustments_SubmittedById",
                table: "Adjustments",
                column: "SubmittedById");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalSignatures_ById",
                table: "ApprovalSignatures",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalSignatures_DelegationId",
                table: "ApprovalSignatures",
                column: "DelegationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalSignatures_SubmissionId_StepOrdinal",
                table: "ApprovalSignatures",
                columns: new[] { "SubmissionId", "StepOrdinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalSteps_Subject_Ordinal",
                table: "ApprovalSteps",
                columns: new[] { "Subject", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_BeneficiaryMerges_ById",
                table: "BeneficiaryMerges",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_BeneficiaryMerges_FromId",
                table: "BeneficiaryMerges",
                column: "FromId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BeneficiaryMerges_IntoId",
                table: "BeneficiaryMerges",
                column: "IntoId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionCorrections_ById",
                table: "DecisionCorrections",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionCorrections_DecisionId",
                table: "DecisionCorrections",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_FromId",
                table: "Delegations",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_RecordedById",
                table: "Delegations",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_ToId_Until",
                table: "Delegations",
                columns: new[] { "ToId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInEvents_UserId_At",
                table: "SignInEvents",
                columns: new[] { "UserId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_PlanId",
                table: "Submissions",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Sha256",
                table: "Submissions",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Subject_SubjectId_Round",
                table: "Submissions",
                columns: new[] { "Subject", "SubjectId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_SubmittedById",
                table: "Submissions",
                column: "SubmittedById");

            migrationBuilder.CreateIndex(
                name: "IX_VoucherUses_EntryId",
                table: "VoucherUses",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_YearClosings_ClosedById",
                table: "YearClosings",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_YearClosings_Year",
                table: "YearClosings",
                column: "Year",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_AllotmentPapers_Decisions_DecisionId",
                table: "AllotmentPapers",
                column: "DecisionId",
                principalTable: "Decisions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Beneficiaries_Beneficiaries_MergedIntoId",
                table: "Beneficiaries",
                column: "MergedIntoId",
                principalTable: "Beneficiaries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Decisions_Submissions_SubmissionId",
                table: "Decisions",
                column: "SubmissionId",
                principalTable: "Submissions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_MoneyEntries_Documents_EvidenceId",
                table: "MoneyEntries",
                column: "EvidenceId",
                principalTable: "Documents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_MoneyEntries_MoneyEntries_ReversesId",
                table: "MoneyEntries",
                column: "ReversesId",
                principalTable: "MoneyEntries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_MoneyEntries_Organisations_UnitId",
                table: "MoneyEntries",
                column: "UnitId",
                principalTable: "Organisations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AllotmentPapers_Decisions_DecisionId",
                table: "AllotmentPapers");

            migrationBuilder.DropForeignKey(
                name: "FK_Beneficiaries_Beneficiaries_MergedIntoId",
                table: "Beneficiaries");

            migrationBuilder.DropForeignKey(
                name: "FK_Decisions_Submissions_SubmissionId",
                table: "Decisions");

            migrationBuilder.DropForeignKey(
                name: "FK_MoneyEntries_Documents_EvidenceId",
                table: "MoneyEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_MoneyEntries_MoneyEntries_ReversesId",
                table: "MoneyEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_MoneyEntries_Organisations_UnitId",
                table: "MoneyEntries");

            migrationBuilder.DropTable(
                name: "AdjustmentAuthorities");

            migrationBuilder.DropTable(
                name: "AdjustmentDocument");

            migrationBuilder.DropTable(
                name: "AdjustmentHistory");

            migrationBuilder.DropTable(
                name: "AdjustmentLineAreas");

            migrationBuilder.DropTable(
                name: "ApprovalSignatures");

            migrationBuilder.DropTable(
                name: "ApprovalSteps");

            migrationBuilder.DropTable(
                name: "BeneficiaryMerges");

            migrationBuilder.DropTable(
                name: "DecisionCorrections");

            migrationBuilder.DropTable(
                name: "SignInEvents");

            migrationBuilder.DropTable(
                name: "SubmissionSteps");

            migrationBuilder.DropTable(
                name: "VoucherUses");

            migrationBuilder.DropTable(
                name: "YearClosingLines");

            migrationBuilder.DropTable(
                name: "AdjustmentLines");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "YearClosings");

            migrationBuilder.DropTable(
                name: "Adjustments");

            migrationBuilder.DropPrimaryKey(
                name: "PK_TermsFunding",
                table: "TermsFunding");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Projects_Cleared",
                table: "Projects");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Projects_Pending",
                table: "Projects");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Projects_Settled",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_MoneyEntries_EvidenceId",
                table: "MoneyEntries");

            migrationBuilder.DropIndex(
                name: "IX_MoneyEntries_ReversesId",
                table: "MoneyEntries");

            migrationBuilder.DropIndex(
                name: "IX_MoneyEntries_UnitId",
                table: "MoneyEntries");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_SubmissionId",
                table: "Decisions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Contracts_Value",
                table: "Contracts");

            migrationBuilder.DropIndex(
                name: "IX_Beneficiaries_MergedIntoId",
                table: "Beneficiaries");

            migrationBuilder.DropIndex(
                name: "IX_AllotmentPapers_DecisionId",
                table: "AllotmentPapers");

            migrationBuilder.DropColumn(
                name: "Year",
                table: "TermsFunding");

            migrationBuilder.DropColumn(
                name: "OverNormReason",
                table: "ProjectTerms");

            migrationBuilder.DropColumn(
                name: "Cleared",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "PendingClearing",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "Settled",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "EvidenceId",
                table: "MoneyEntries");

            migrationBuilder.DropColumn(
                name: "LateReason",
                table: "MoneyEntries");

            migrationBuilder.DropColumn(
                name: "ReversedKind",
                table: "MoneyEntries");

            migrationBuilder.DropColumn(
                name: "ReversesId",
                table: "MoneyEntries");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "MoneyEntries");

            migrationBuilder.DropColumn(
                name: "AdjustmentId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Capacity",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Effect",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "LegalBases",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "SubmissionId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Contracts");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "Representative",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "Trade",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "DecisionId",
                table: "AllotmentPapers");

            migrationBuilder.AlterColumn<int>(
                name: "PlanId",
                table: "Decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_TermsFunding",
                table: "TermsFunding",
                columns: new[] { "TermsId", "Source" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Projects_Pending",
                table: "Projects",
                sql: "Pending >= 0 AND PendingRecovery >= 0 AND Advanced >= 0 AND Recovered >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Contracts_Value",
                table: "Contracts",
                sql: "Value > 0");
        }
    }
}
