namespace KhuyenCong.Domain;

/// <summary>
/// A root with a concurrency token. It moves when the root or anything it owns changes; services say so
/// with <see cref="Touch"/>, and forms carry the version they were filled from.
/// </summary>
public interface IVersioned
{
    int Version { get; }

    void Touch();
}
