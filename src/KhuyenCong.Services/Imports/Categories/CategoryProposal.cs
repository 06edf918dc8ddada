namespace KhuyenCong.Services.Imports.Categories;

/// <summary>A category that a project's name speaks for: to be shown, never to be applied unseen.</summary>
/// <param name="Code">The category.</param>
/// <param name="Because">The words that speak for it.</param>
public sealed record CategoryProposal(string Code, string Because);
