namespace KhuyenCong.Services.Projects;

/// <summary>A paper of the project.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Number and symbol as printed.</param>
/// <param name="Date">Its date, where known.</param>
/// <param name="Detail">What else is worth a line: the beneficiary and value of a contract, the result of an acceptance.</param>
/// <param name="DocumentId">The kept file; null when none was given.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Length">Bytes.</param>
public sealed record ProjectPaper(PaperKind Kind, string Number, DateOnly? Date, string? Detail, int? DocumentId, string? FileName, long? Length);

/// <summary>Kinds of papers that a project's page lists.</summary>
public enum PaperKind
{
    Decision,
    Contract,
    Appendix,
    Termination,
    Acceptance,
}
