using System.Globalization;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace KhuyenCong.Services.Tests.Approvals;

/// <summary>
/// What is signed is everything that is decided: each column of terms and of adjustment lines, with their parts, is in the
/// text that is hashed, or in the list of those that are not, with the reason. A new column is in neither and fails here.
/// And each column of every row is in the hash that the trail keeps of it.
/// </summary>
public sealed class HashedColumnsTests
{
    private static readonly Dictionary<string, string> NotSigned = new(StringComparer.Ordinal)
    {
        ["ProjectTerms.Id"] = "a key that the database gives",
        ["ProjectTerms.ProjectId"] = "the text names the project by its code",
        ["ProjectTerms.DecisionId"] = "empty until the decision that the text leads to",
        ["ProjectTerms.EffectiveFrom"] = "the decision's own day, set with it",
        ["ProjectTerms.SearchKey"] = "derived from the name and the beneficiary",
        ["ProjectTerms.SortKey"] = "derived from the name",
        ["TermsFunding.TermsId"] = "which terms it is a part of: told by where it stands",
        ["TermsArea.TermsId"] = "which terms it is a part of: told by where it stands",
        ["AdjustmentLine.Id"] = "a key that the database gives",
        ["AdjustmentLine.BaseTermsId"] = "the terms that it names are in the text whole, as «before»",
        ["AdjustmentLineArea.LineId"] = "which line it is a part of: told by where it stands",
    };

    [Fact]
    public async Task Every_column_of_terms_and_their_parts_is_in_the_text_that_is_signed()
    {
        await using var opened = await PlanDesk.OpenAsync();
        var plan = await opened.DraftAsync(PlanDesk.Project() with { Objectives = "01 máy", Note = "ghi chú" });
        var (first, second) = await BeneficiariesAsync(opened);
        await using (var db = opened.Portal.Db())
        {
            (await db.ProjectTerms.Include(t => t.Beneficiaries).SingleAsync()).Beneficiaries.Add(await db.Beneficiaries.SingleAsync(b => b.Id == first));
            await db.SaveAsync(opened.Clerk, null, default);
        }

        Expect.Done(await opened.SubmitAsync(plan));
        await EachAsync(opened, [typeof(ProjectTerms), typeof(TermsFunding), typeof(TermsArea)], _ => null);

        // The link to the register has no class of its own.
        await using var linked = await opened.CopyAsync();
        Assert.Equal(1, await RunAsync(linked, $"UPDATE {Link(linked).Table} SET {Link(linked).Column} = {second}"));
        Assert.True(await HasMovedAsync(linked));
    }

    [Fact]
    public async Task Every_column_of_an_adjustments_lines_and_their_parts_is_in_the_text_that_is_signed()
    {
        await using var opened = await AdjustmentDesk.OpenAsync();
        await BeneficiariesAsync(opened.Plans);
        await opened.SpendAsync(opened.First, "40.000.000", contract: "90.000.000");
        await opened.SubmittedAsync(AdjustmentDesk.Add() with { Objectives = "01 máy" }, AdjustmentDesk.Stop(opened.First, "40.000.000", "30/09/2024"));

        // The first line adds a project and so holds nearly every field; the second stops one.
        string[] ofStop = [nameof(AdjustmentLine.ProjectId), nameof(AdjustmentLine.PlannedRecovery), nameof(AdjustmentLine.RecoverBy), nameof(AdjustmentLine.Kind)];
        await EachAsync(opened.Plans, [typeof(AdjustmentLine), typeof(AdjustmentLineArea)], property =>
            property.DeclaringType.ClrType == typeof(AdjustmentLine) ? $"Ordinal = {(ofStop.Contains(property.Name) ? 2 : 1)}" : null);
    }

    [Fact]
    public async Task What_is_no_longer_a_column_is_no_exception_either()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await using var db = desk.Portal.Db();
        var columns = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties().Select(p => $"{type.ShortName()}.{p.Name}")).ToHashSet(StringComparer.Ordinal);
        Assert.All(NotSigned, exception => Assert.Contains(exception.Key, columns));
        Assert.All(NotSigned.Values, reason => Assert.False(string.IsNullOrWhiteSpace(reason)));
    }

    [Fact]
    public async Task Every_column_of_every_row_is_in_the_hash_that_the_trail_keeps()
    {
        // Computed from others, or moved by every request of a session and worth nothing as a proof.
        string[] outside = ["SearchKey", "SortKey", "LastSeenAt"];
        await using var desk = await PlanDesk.OpenAsync();
        await using var db = desk.Portal.Db();
        List<string> forgotten = [];
        var seen = 0;
        foreach (var type in db.Model.GetEntityTypes().Where(t => AuditScope.Covers(t) && !t.IsPropertyBag))
        {
            var entry = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
            foreach (var property in type.GetProperties().Where(p => !outside.Contains(p.Name)))
            {
                seen++;
                entry.Property(property.Name).CurrentValue = Sample(property, 1);
                var before = CanonicalRow.HashOf(entry);
                entry.Property(property.Name).CurrentValue = Sample(property, 2);
                if (CanonicalRow.HashOf(entry) == before) forgotten.Add($"{type.ShortName()}.{property.Name}");
            }
        }

        Assert.Empty(forgotten);
        Assert.True(seen > 200, $"{seen} columns");
    }

    private static async Task EachAsync(PlanDesk opened, Type[] types, Func<IProperty, string?> where)
    {
        Assert.False(await HasMovedAsync(opened));
        List<string> forgotten = [], unreached = [];
        await using var model = opened.Portal.Db();
        foreach (var type in types.Select(t => model.Model.FindEntityType(t)!))
        {
            foreach (var property in type.GetProperties().Where(p => !NotSigned.ContainsKey($"{type.ShortName()}.{p.Name}")))
            {
                await using var desk = await opened.CopyAsync();
                var condition = where(property) is { } narrowed ? $" WHERE {narrowed}" : "";
                var rows = await RunAsync(desk, $"UPDATE {type.GetTableName()} SET {property.GetColumnName()} = {Other(property)}{condition}");
                if (rows == 0) unreached.Add($"{type.ShortName()}.{property.Name}");
                else if (!await HasMovedAsync(desk)) forgotten.Add($"{type.ShortName()}.{property.Name}");
            }
        }

        Assert.Empty(unreached);
        Assert.Empty(forgotten);
    }

    /// <summary>Whether the newest submission's text is another than what the rows say now.</summary>
    private static async Task<bool> HasMovedAsync(PlanDesk desk)
    {
        var id = await desk.LookAsync(db => db.Submissions.MaxAsync(s => s.Id));
        var page = (await desk.DoAsync((SubmissionService s) => s.ReadAsync(desk.Leader, id, default))).Value;
        Assert.NotNull(page.Check.Now);
        return page.Check.Now != page.Canonical;
    }

    // Another value of the column that a database without checks would take.
    private static string Other(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var column = property.GetColumnName();
        if (type.IsEnum)
        {
            var (one, other) = (Enum.GetNames(type)[^1], Enum.GetNames(type)[0]);
            return $"CASE {column} WHEN '{one}' THEN '{other}' ELSE '{one}' END";
        }

        if (property.IsForeignKey())
        {
            var principal = property.GetContainingForeignKeys().First().PrincipalEntityType;
            return $"COALESCE((SELECT MAX(Id) FROM {principal.GetTableName()} WHERE Id <> COALESCE({column}, 0)), {column} + 1000)";
        }

        if (type == typeof(string)) return "'khác hẳn'";
        if (type == typeof(DateOnly)) return "'2031-05-01'";
        return type == typeof(bool) ? $"1 - {column}" : $"COALESCE({column}, 0) + 7";
    }

    private static async Task<int> RunAsync(PlanDesk desk, string sql)
    {
        await using var db = desk.Portal.Db();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
        return await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static (string Table, string Column) Link(PlanDesk desk)
    {
        using var db = desk.Portal.Db();
        var links = db.Model.FindEntityType(typeof(ProjectTerms))!.FindSkipNavigation(nameof(ProjectTerms.Beneficiaries))!;
        return (links.JoinEntityType.GetTableName()!, links.Inverse.ForeignKey.Properties[0].GetColumnName());
    }

    private static async Task<(int First, int Second)> BeneficiariesAsync(PlanDesk desk)
    {
        await using var db = desk.Portal.Db();
        Beneficiary[] rows = [new() { Name = "HTX Một" }, new() { Name = "HTX Hai" }];
        db.Beneficiaries.AddRange(rows);
        await db.SaveAsync(desk.Clerk, null, default);
        return (rows[0].Id, rows[1].Id);
    }

    private static object Sample(IProperty property, int which)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum) return Enum.GetValues(type).GetValue((which - 1) % Enum.GetValues(type).Length)!;
        if (type == typeof(string)) return $"giá trị {which}";
        if (type == typeof(bool)) return which == 1;
        if (type == typeof(DateOnly)) return new DateOnly(2024, 1, which);
        if (type == typeof(DateTime)) return DateTime.UnixEpoch.AddDays(which);
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.UnixEpoch.AddDays(which);
        if (type == typeof(Guid)) return new Guid(which, 0, 0, new byte[8]);
        if (type == typeof(byte[])) return new[] { (byte)which };
        if (type == typeof(Domain.Plans.Tranche)) return Domain.Plans.Tranche.Numbered(which);
        if (type == typeof(Domain.Money.Vnd)) return new Domain.Money.Vnd(which);
        return Convert.ChangeType(which, type, CultureInfo.InvariantCulture);
    }
}
