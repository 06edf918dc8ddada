using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FillDecisionChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was there belongs to its plan's own year and source.
            migrationBuilder.Sql("""
                UPDATE TermsFunding SET Year = (
                    SELECT Plans.Year FROM ProjectTerms
                    JOIN Projects ON Projects.Id = ProjectTerms.ProjectId
                    JOIN Plans ON Plans.Id = Projects.PlanId
                    WHERE ProjectTerms.Id = TermsFunding.TermsId);
                """);
            migrationBuilder.Sql("UPDATE Projects SET Source = (SELECT Plans.Source FROM Plans WHERE Plans.Id = Projects.PlanId);");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ActorId_Number",
                table: "AuditEntries",
                columns: new[] { "ActorId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_ActorId_Number",
                table: "AuditEntries");
        }
    }
}
