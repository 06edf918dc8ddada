using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AdjustmentLineNorms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "EligibleCost",
                table: "AdjustmentLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Establishments",
                table: "AdjustmentLines",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NormId",
                table: "AdjustmentLines",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OverNormReason",
                table: "AdjustmentLines",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdjustmentLines_NormId",
                table: "AdjustmentLines",
                column: "NormId");

            migrationBuilder.AddForeignKey(
                name: "FK_AdjustmentLines_SpendingNorms_NormId",
                table: "AdjustmentLines",
                column: "NormId",
                principalTable: "SpendingNorms",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AdjustmentLines_SpendingNorms_NormId",
                table: "AdjustmentLines");

            migrationBuilder.DropIndex(
                name: "IX_AdjustmentLines_NormId",
                table: "AdjustmentLines");

            migrationBuilder.DropColumn(
                name: "EligibleCost",
                table: "AdjustmentLines");

            migrationBuilder.DropColumn(
                name: "Establishments",
                table: "AdjustmentLines");

            migrationBuilder.DropColumn(
                name: "NormId",
                table: "AdjustmentLines");

            migrationBuilder.DropColumn(
                name: "OverNormReason",
                table: "AdjustmentLines");
        }
    }
}
