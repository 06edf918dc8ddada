using System.Text;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.TestSupport;

namespace KhuyenCong.Racer;

/// <summary>Does what a round says through the service layer, and tells each ending as soon as it is known.</summary>
/// <param name="portal">The service layer over the shared database.</param>
/// <param name="setup">Who acts.</param>
/// <param name="tell">Takes the answers; called by several threads.</param>
public sealed class Runner(TestPortal portal, RaceSetup setup, Action<RaceAnswer> tell)
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7 đã ký");

    public async Task RunAsync(RaceRound round)
    {
        if (!round.AtOnce)
        {
            foreach (var step in round.Steps) await DoAsync(step);
            return;
        }

        // A thread for each: the pool would run them a few at a time.
        using var gate = new Barrier(round.Steps.Count);
        await Task.WhenAll(round.Steps.Select(step => Task.Factory.StartNew(
            () =>
            {
                gate.SignalAndWait();
                DoAsync(step).GetAwaiter().GetResult();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    private async Task DoAsync(RaceStep step)
    {
        var act = step.Kind == RaceKind.Money ? RaceAct.Proposed : RaceAct.Approved;
        try
        {
            switch (step.Kind)
            {
                case RaceKind.Money:
                    var entry = await portal.UseAsync((MoneyService s) => s.ProposeAsync(As(setup.Centre, Role.CentreManager), Form(step), CancellationToken.None));
                    Tell(step, act, entry);
                    if (!entry.IsDone) return;
                    act = RaceAct.Posted;
                    Tell(step, act, await portal.UseAsync((MoneyService s) => s.ValidateAsync(As(setup.Accountant, Role.Accountant), entry.Value, CancellationToken.None)));
                    break;
                case RaceKind.Plan:
                    Tell(step, act, await portal.UseAsync((PlanApprovalService s) => s.ApproveAsync(As(step.Leader!, Role.Leader), step.Subject, Decision(step), CancellationToken.None)));
                    break;
                case RaceKind.Adjustment:
                    Tell(step, act, await portal.UseAsync((AdjustmentApprovalService s) => s.ApproveAsync(As(step.Leader!, Role.Leader), step.Subject, Decision(step), CancellationToken.None)));
                    break;
            }
        }
        catch (Exception thrown)
        {
            // Whatever is thrown is what the test asks about: it goes to the process that judges.
            tell(new RaceAnswer(step.Id, act, null, [], thrown.ToString()));
        }
    }

    private void Tell(RaceStep step, RaceAct act, Result result) => tell(RaceAnswer.Of(step.Id, act, result));

    private static Actor As(RacePerson person, Role role) => new(person.Id, person.Name, RolePermissions.Of([role]));

    private static ProposeMoneyRequest Form(RaceStep step) => new()
    {
        ProjectId = step.Subject, Kind = MoneyEntryKind.Advance, Amount = step.Amount, Date = step.Day, Voucher = step.Number, FormKey = step.FormKey,
    };

    private ApprovalRequest Decision(RaceStep step) => new()
    {
        Version = step.Version, Sha256 = step.Sha256, Number = step.Number, IssuedOn = step.Day, IssuingBodyId = setup.Body,
        Signatory = step.Leader!.Name, SignatoryTitle = "Giám đốc", File = new FileUpload("quyet-dinh.pdf", Pdf.Length, new MemoryStream(Pdf)),
    };
}
