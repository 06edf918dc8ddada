using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AnnexAliases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AnnexAliases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    SavedById = table.Column<int>(type: "int", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawnById = table.Column<int>(type: "int", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    SearchKey = table.Column<string>(type: "varchar(1200)", unicode: false, maxLength: 1200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SortKey = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnexAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnexAliases_Users_SavedById",
                        column: x => x.SavedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnexAliases_Users_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnnexCarryOvers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DocumentId = table.Column<int>(type: "int", nullable: false),
                    FromId = table.Column<int>(type: "int", nullable: false),
                    Kept = table.Column<int>(type: "int", nullable: false),
                    Lost = table.Column<int>(type: "int", nullable: false),
                    LostText = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnexCarryOvers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnexCarryOvers_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnexCarryOvers_Documents_FromId",
                        column: x => x.FromId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnnexAliases_Kind_Key",
                table: "AnnexAliases",
                columns: new[] { "Kind", "Key" },
                unique: true,
                filter: "WithdrawnAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AnnexAliases_SavedById",
                table: "AnnexAliases",
                column: "SavedById");

            migrationBuilder.CreateIndex(
                name: "IX_AnnexAliases_SortKey",
                table: "AnnexAliases",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_AnnexAliases_WithdrawnById",
                table: "AnnexAliases",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_AnnexCarryOvers_DocumentId",
                table: "AnnexCarryOvers",
                column: "DocumentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnexCarryOvers_FromId",
                table: "AnnexCarryOvers",
                column: "FromId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnnexAliases");

            migrationBuilder.DropTable(
                name: "AnnexCarryOvers");
        }
    }
}
