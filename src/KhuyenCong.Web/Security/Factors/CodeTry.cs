using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations.Watch;

namespace KhuyenCong.Web.Security.Factors;

/// <summary>A code typed at the door or before an act that counts; guessing codes waits as guessing passwords does.</summary>
public sealed class CodeTry(FactorCheckService codes, TryLimits limits, TryOrigin origin, SignInLog log, SecurityLog security)
{
    public async Task<SignInAnswer> TryAsync(int userId, string name, string? code, CancellationToken stop)
    {
        var answer = await AnswerAsync(userId, name, code, stop);
        security.Factor("Code", answer.Outcome, userId);
        return answer;
    }

    private async Task<SignInAnswer> AnswerAsync(int userId, string name, string? code, CancellationToken stop)
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"code {userId}");
        var turn = limits.Take(subject, await origin.OwnDeviceAsync(userId, stop), origin.Network);
        if (turn.MustWait) return SignInAnswer.TooEarly(turn.Wait);
        var person = new Actor(userId, name, new HashSet<string>(StringComparer.Ordinal));
        if (!(await codes.CheckAsync(person, code, stop)).IsDone)
        {
            log.RecordTry(userId, turn.BeginsToWait);
            return SignInAnswer.Wrong(turn.NextWait);
        }

        limits.Succeed(turn);
        return SignInAnswer.Done;
    }
}
