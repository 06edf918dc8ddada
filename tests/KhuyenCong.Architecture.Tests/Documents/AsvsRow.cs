namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>One requirement of docs/asvs.md.</summary>
/// <param name="Id">Such as V1.2.3.</param>
/// <param name="Level">1 or 2.</param>
/// <param name="What">The requirement in short.</param>
/// <param name="State">One of <see cref="AsvsDocument.States"/>.</param>
/// <param name="ShownBy">Tests and sections, or the reason.</param>
internal sealed record AsvsRow(string Id, int Level, string What, string State, string ShownBy);
