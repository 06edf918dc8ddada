namespace KhuyenCong.Web.Operations;

/// <summary>This process's part in «.dang-chay»: let go when the process ends, however it ends.</summary>
internal sealed class RunningHold : IDisposable
{
    private IDisposable? _hold;

    /// <exception cref="StartException">Somebody is restoring or upgrading the database.</exception>
    public void Take(string database) => _hold ??= PortalLock.Running(database);

    public void Dispose() => _hold?.Dispose();
}
