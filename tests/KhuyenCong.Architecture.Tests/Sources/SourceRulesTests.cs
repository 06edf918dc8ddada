using Xunit;

namespace KhuyenCong.Architecture.Tests.Sources;

public sealed class SourceRulesTests
{
    [Fact]
    public void Nothing_saves_beside_the_one_door() => Assert.Empty(SourceFile.CSharp.SelectMany(SourceRules.SavesBesideTheDoor));

    [Theory]
    [InlineData("await db.SaveChangesAsync(stop);")]
    [InlineData("db.SaveChanges();")]
    [InlineData("await db\n    .SaveChangesAsync (stop);")]
    public void A_save_beside_the_door_is_found(string code) => Assert.Single(SourceRules.SavesBesideTheDoor(CSharp(code)));

    [Theory]
    [InlineData("// calls SaveChanges(true)")]
    [InlineData("/* SaveChanges() */")]
    [InlineData("throw new X(\"SaveChanges() is closed\");")]
    public void Words_about_saving_are_no_save(string code) => Assert.Empty(SourceRules.SavesBesideTheDoor(CSharp(code)));

    [Fact]
    public void Nothing_is_written_past_the_trail() => Assert.Empty(SourceFile.CSharp.SelectMany(SourceRules.WritesPastTheTrail));

    [Theory]
    [InlineData("await db.Users.ExecuteUpdateAsync(set => set, stop);")]
    [InlineData("db.Users.Where(u => u.Id == 1).ExecuteDelete();")]
    public void A_write_past_the_trail_is_found(string code) => Assert.Single(SourceRules.WritesPastTheTrail(CSharp(code)));

    [Fact]
    public void Pages_that_make_files_take_their_turn() => Assert.Empty(SourceFile.CSharp.SelectMany(SourceRules.ExportsOutOfTurn));

    [Theory]
    [InlineData("Pages/BaoCao/Xuat.cshtml.cs", "await reports.ExportAsync(Actor, stop);", 1)]
    [InlineData("Pages/BaoCao/Xuat.cshtml.cs", "[Costly] class X { x = reports.ExportAsync(Actor, stop); }", 0)]
    [InlineData("Reports/Export.cs", "await reports.ExportAsync(Actor, stop);", 0)]
    public void An_export_out_of_turn_is_found(string path, string code, int breaches) => Assert.Equal(breaches, SourceRules.ExportsOutOfTurn(new SourceFile(path, code)).Count());

    [Fact]
    public void Files_stay_short_and_page_models_shorter() => Assert.Empty(SourceFile.CSharp.SelectMany(SourceRules.TooLong));

    [Theory]
    [InlineData("Pages/KeHoach/Index.cshtml.cs", 90, 0)]
    [InlineData("Pages/KeHoach/Index.cshtml.cs", 91, 1)]
    [InlineData("Plans/PlanPageService.cs", 300, 0)]
    [InlineData("Plans/PlanPageService.cs", 301, 1)]
    public void A_long_file_is_found(string path, int lines, int breaches) => Assert.Equal(
        breaches, SourceRules.TooLong(new SourceFile(path, string.Concat(Enumerable.Repeat("x\n", lines)))).Count());

    [Fact]
    public void One_public_type_stands_in_a_file() => Assert.Empty(SourceFile.CSharp.SelectMany(SourceRules.CrowdedFile));

    [Theory]
    [InlineData("public class Plan\npublic class Project")]
    [InlineData("public sealed class Plan\npublic sealed record PlanLine(int Id)")]
    [InlineData("public sealed class Plan\npublic enum PlanStatus")]
    [InlineData("public sealed record Plan\npublic interface IPlan")]
    [InlineData("public sealed record Row\npublic sealed record Line")]
    public void A_second_public_type_is_found(string code) => Assert.Single(SourceRules.CrowdedFile(new SourceFile("Plan.cs", code)));

    [Theory]
    [InlineData("public sealed record Plan\npublic sealed class PlanValidator")]
    [InlineData("public class Plan\npublic sealed class Plan<T>")]
    [InlineData("public sealed record Plan(Line Line)\npublic sealed record Line(int Id)\npublic readonly record struct Sum(long Value)")]
    [InlineData("public sealed record Plan(Kind Kind)\npublic enum Kind")]
    [InlineData("public class Plan\ninternal sealed class Draft")]
    public void A_validator_a_generic_form_and_the_records_of_a_record_may_stand_beside(string code) =>
        Assert.Empty(SourceRules.CrowdedFile(new SourceFile("Plan.cs", code)));

    [Fact]
    public void Services_let_unforeseen_exceptions_pass() => Assert.Empty(
        SourceFile.CSharp.Where(f => f.Path.StartsWith("src/KhuyenCong.Services/", StringComparison.Ordinal)).SelectMany(SourceRules.CatchesEverything));

    [Theory]
    [InlineData("catch (Exception)", 1)]
    [InlineData("catch (System.Exception failure)", 1)]
    [InlineData("catch { }", 1)]
    [InlineData("catch (DbUpdateConcurrencyException)", 0)]
    [InlineData("catch (Exception failure) when (failure is IOException or FormatException)", 0)]
    public void A_catch_of_everything_is_found(string code, int breaches) => Assert.Equal(breaches, SourceRules.CatchesEverything(CSharp(code)).Count());

    [Fact]
    public void Markup_holds_no_inline_style_or_script() => Assert.Empty(SourceFile.Razor.SelectMany(SourceRules.InlineStyleOrScript));

    [Theory]
    [InlineData("<p style=\"color: red\">", 1)]
    [InlineData("<style>p {}</style>", 1)]
    [InlineData("<script>alert(1)</script>", 1)]
    [InlineData("<button onclick=\"go()\">", 1)]
    [InlineData("<a href=\"javascript:go()\">", 1)]
    [InlineData("<script src=\"~/js/app.js\" defer></script>", 0)]
    [InlineData("<p data-style=\"dense\" class=\"on\">", 0)]
    public void Inline_style_and_script_are_found(string markup, int breaches) =>
        Assert.Equal(breaches, SourceRules.InlineStyleOrScript(new SourceFile("Index.cshtml", markup)).Count());

    [Fact]
    public void Every_page_has_a_chosen_address() => Assert.Empty(SourceFile.Razor.SelectMany(SourceRules.UnchosenRoute));

    [Fact]
    public void There_are_pages_to_look_at() => Assert.True(SourceFile.Razor.Count(f => f.Text.StartsWith("@page", StringComparison.Ordinal)) > 8);

    [Theory]
    [InlineData("@page", 1)]
    [InlineData("@page \"{id:int}\"", 1)]
    [InlineData("@page \"/KeHoach\"", 1)]
    [InlineData("@page \"/kế-hoạch\"", 1)]
    [InlineData("@page \"/ke_hoach\"", 1)]
    [InlineData("@page \"/ke-hoach/\"", 1)]
    [InlineData("@page \"/\"", 0)]
    [InlineData("@page \"/ke-hoach/{id:int}/de-an/{projectId:int}\"", 0)]
    public void A_derived_or_accented_address_is_found(string text, int breaches) =>
        Assert.Equal(breaches, SourceRules.UnchosenRoute(new SourceFile("Index.cshtml", text + "\n@model X")).Count());

    private static SourceFile CSharp(string code) => new("src/KhuyenCong.Services/Plans/Some.cs", code);
}
