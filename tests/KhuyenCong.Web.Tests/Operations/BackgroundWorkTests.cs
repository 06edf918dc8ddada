using KhuyenCong.Web.Operations;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

public sealed class BackgroundWorkTests
{
    private static readonly DateTime Noon = new(2026, 1, 5, 5, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_failure_after_a_success_is_not_well_and_both_are_kept()
    {
        var work = new BackgroundWork();
        work.Report("A", ok: true, Noon);
        work.Report("A", ok: false, Noon.AddMinutes(1), "IOException");
        var state = Assert.Single(work.Snapshot());
        Assert.False(state.IsWell);
        Assert.Equal((Noon, Noon.AddMinutes(1), "IOException"), (state.LastSuccess, state.LastFailure, state.Error));
        work.Report("A", ok: true, Noon.AddMinutes(2));
        Assert.True(Assert.Single(work.Snapshot()).IsWell);
    }

    [Fact]
    public void A_loop_that_ended_by_itself_is_told_as_stopped()
    {
        var work = new BackgroundWork();
        var loop = new TaskCompletionSource();
        work.Watch("A", () => loop.Task);
        Assert.True(Assert.Single(work.Snapshot()).IsRunning);
        loop.SetException(new InvalidOperationException());
        Assert.False(Assert.Single(work.Snapshot()).IsRunning);
    }

    [Fact]
    public void A_service_that_only_reports_does_not_claim_to_run()
    {
        var work = new BackgroundWork();
        work.Report("A", ok: true, Noon);
        Assert.Null(Assert.Single(work.Snapshot()).IsRunning);
    }
}
