namespace KhuyenCong.Data.Auditing;

/// <summary>Something of the database's schema.</summary>
/// <param name="Table">The table it belongs to, or its own name.</param>
/// <param name="Described">What it is, in one line; the same line from the model and from the database.</param>
public sealed record StoreObject(string Table, string Described);
