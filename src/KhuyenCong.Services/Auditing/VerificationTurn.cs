namespace KhuyenCong.Services.Auditing;

/// <summary>One verification at a time.</summary>
public sealed class VerificationTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Takes the turn without waiting.</summary>
    /// <returns>What gives it back; null when somebody else has it.</returns>
    public IDisposable? Take() => _turn.Wait(0) ? new Taken(_turn) : null;

    public void Dispose() => _turn.Dispose();

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
