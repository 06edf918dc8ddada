using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Benchmarks;

/// <summary>
/// Many projects under way, each with its terms, contract, progress and an advance that the accountant posted, each row with
/// its entry in the trail: some seventeen entries for a project.
/// </summary>
public static class ProjectDatabase
{
    private const int Batch = 500;

    private static readonly DateTime At = new(2024, 3, 5, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>Adds that many projects to the plan of <see cref="SomeProject"/>.</summary>
    public static async Task FillAsync(TestPortal portal, int projects)
    {
        var first = await SomeProject.Supported(150).InAsync(portal);
        var clerk = await portal.PersonAsync("Nguyễn Thị Minh Châu", Role.Division);
        var centre = await portal.PersonAsync("Y Thịnh Niê", Role.CentreManager);
        var accountant = await portal.PersonAsync("Trần Thu Hà", Role.Accountant);
        for (var number = 1; number < projects;)
        {
            await using var db = portal.Db();
            var model = await db.Projects.Include(p => p.Plan).Include(p => p.Group).SingleAsync(p => p.Id == first);
            var decision = await db.Decisions.SingleAsync();
            List<Project> added = [];
            for (var i = 0; i < Batch && number < projects; i++)
            {
                number++;
                var project = new Project { Code = FormattableString.Invariant($"KC-2024-D1-{number:00000}"), Plan = model.Plan, Group = model.Group, Ordinal = number };
                var terms = new ProjectTerms
                {
                    Name = FormattableString.Invariant($"Hỗ trợ máy móc chế biến cà phê {number}"), BeneficiaryText = "Hợp tác xã nông nghiệp Ea Tul", ImplementingUnit = "Trung tâm Khuyến công",
                    StartMonth = new(2024, 3, 1), EndMonth = new(2024, 12, 1), Counterpart = Vnd.Million(50), AreaScope = AreaScope.WholeProvince,
                };
                terms.SetFunding(FundingSource.Local, 2024, Vnd.Million(150));
                terms.Decide(decision);
                project.Terms.Add(terms);
                project.Approve(Vnd.Million(150), FundingSource.Local, clerk, new DateTime(2024, 2, 5, 2, 0, 0, DateTimeKind.Utc));
                db.Projects.Add(project);
                added.Add(project);
            }

            await db.SaveAsync(clerk, null, CancellationToken.None);
            foreach (var project in added) Work(project, centre);
            await db.SaveAsync(centre, null, CancellationToken.None);
            foreach (var project in added)
            {
                var entry = project.MoneyEntries.Single();
                project.Settle(entry, posted: true, accountant, At);
                db.MoneyVerdicts.Add(new MoneyVerdict { EntryId = entry.Id, Posted = true, ById = accountant.UserId!.Value, ByName = accountant.Name, At = At });
            }

            await db.SaveAsync(accountant, null, CancellationToken.None);
        }
    }

    private static void Work(Project project, Actor centre)
    {
        var by = centre.UserId!.Value;
        var number = project.Ordinal.ToString(CultureInfo.InvariantCulture);
        project.Sign(
            new Contract
            {
                Number = $"HD-{number}", SignedOn = new(2024, 3, 1), Value = Vnd.Million(150), Beneficiary = new Beneficiary { Name = $"Hợp tác xã nông nghiệp Ea Tul {number}" },
                RecordedById = by, RecordedAt = At,
            },
            centre, At);
        for (var month = 4; month <= 7; month++)
        {
            project.Report(new ProgressUpdate { Date = new(2024, month, 1), Percent = 20 * (month - 3), Done = "Đã lắp đặt, chạy thử từng phần theo hợp đồng", ById = by, ByName = centre.Name, At = At }, centre, At);
        }

        project.Propose(new MoneyEntry
        {
            ProjectId = project.Id, Kind = MoneyEntryKind.Advance, Amount = Vnd.Million(60), Date = new(2024, 4, 1), Voucher = $"UNC-{number}",
            ProposedById = by, ProposedByName = centre.Name, ProposedAt = At, FormKey = Guid.NewGuid(),
        });
    }
}
