using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Domain.Tests.People;

/// <summary>How long a session, and a code that works once, live: to the moment.</summary>
public sealed class UserSessionTests
{
    private static readonly DateTime Start = new(2024, 3, 1, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_busy_session_lives_ten_hours()
    {
        var end = Start.AddHours(10);
        Assert.True(Session(seen: end.AddMinutes(-1)).IsOpenAt(end.AddTicks(-1)));
        Assert.False(Session(seen: end.AddMinutes(-1)).IsOpenAt(end));
        Assert.False(Session(seen: end.AddMinutes(-1)).IsOpenAt(end.AddTicks(1)));
    }

    [Fact]
    public void A_pause_of_half_an_hour_ends_it()
    {
        var seen = Start.AddHours(2);
        Assert.True(Session(seen).IsOpenAt(seen.AddMinutes(30).AddTicks(-1)));
        Assert.False(Session(seen).IsOpenAt(seen.AddMinutes(30)));
        Assert.False(Session(seen).IsOpenAt(seen.AddMinutes(31)));
    }

    [Fact]
    public void What_was_ended_is_never_open_again()
    {
        var session = Session(Start);
        session.End(SessionEnd.SignedOut, Start.AddMinutes(1));
        Assert.False(session.IsOpenAt(Start.AddMinutes(1)));
        Assert.False(session.IsOpenAt(Start));
    }

    [Fact]
    public void A_link_works_once_until_its_end()
    {
        var link = new OneTimeLink { UserId = 1, Purpose = OneTimeLinkPurpose.NewPassword, TokenHash = "x", MadeById = 2, MadeAt = Start, ExpiresAt = Start.AddHours(24) };
        Assert.True(link.WorksAt(Start.AddHours(24).AddTicks(-1)));
        Assert.False(link.WorksAt(Start.AddHours(24)));
        Assert.False(link.WorksAt(Start.AddHours(25)));
        link.Use(Start.AddHours(1));
        Assert.False(link.WorksAt(Start.AddHours(2)));
    }

    [Fact]
    public void A_notice_keeps_the_moment_it_was_first_read()
    {
        var notice = new Notice { UserId = 1, Kind = NoticeKind.NewDevice, At = Start };
        notice.Read(Start.AddHours(1));
        notice.Read(Start.AddHours(2));
        Assert.Equal(Start.AddHours(1), notice.ReadAt);
    }

    private static UserSession Session(DateTime seen) => new() { UserId = 1, TokenHash = "x", StartedAt = Start, LastSeenAt = seen };
}
