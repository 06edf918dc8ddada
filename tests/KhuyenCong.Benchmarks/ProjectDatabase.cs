using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Benchmarks;

/// <summary>Many approved projects with their terms, funding and history, each row with its entry in the trail.</summary>
public static class ProjectDatabase
{
    private const int Batch = 500;

    /// <summary>Adds that many projects to the plan of <see cref="SomeProject"/>.</summary>
    public static async Task FillAsync(TestPortal portal, int projects)
    {
        var first = await SomeProject.Supported(150).InAsync(portal);
        var clerk = await portal.PersonAsync("Nguyễn Thị Minh Châu", Role.Division);
        for (var number = 1; number < projects;)
        {
            await using var db = portal.Db();
            var model = await db.Projects.Include(p => p.Plan).Include(p => p.Group).SingleAsync(p => p.Id == first);
            var decision = await db.Decisions.SingleAsync();
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
            }

            await db.SaveAsync(clerk, null, CancellationToken.None);
        }
    }
}
