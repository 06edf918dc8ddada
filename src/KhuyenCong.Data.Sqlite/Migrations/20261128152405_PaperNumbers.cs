using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PaperNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AllotmentPapers_AllotmentId_Number",
                table: "AllotmentPapers");

            migrationBuilder.CreateIndex(
                name: "IX_AllotmentPapers_AllotmentId_Number",
                table: "AllotmentPapers",
                columns: new[] { "AllotmentId", "Number" },
                unique: true,
                filter: "DecisionId IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AllotmentPapers_AllotmentId_Number",
                table: "AllotmentPapers");

            migrationBuilder.CreateIndex(
                name: "IX_AllotmentPapers_AllotmentId_Number",
                table: "AllotmentPapers",
                columns: new[] { "AllotmentId", "Number" },
                unique: true);
        }
    }
}
