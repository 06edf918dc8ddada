namespace KhuyenCong.Domain.Documents;

/// <summary>What a person answered in the preview of an uploaded annex: it belongs to the upload, and the trail keeps every change of it.</summary>
public class AnnexAnswer
{
    public const int LongestSubject = 60;
    public const int LongestValue = 2_000;

    public int Id { get; init; }

    public int DocumentId { get; init; }

    public Document? Document { get; init; }

    /// <summary>What was answered: a cell, a row, a column, a group, the unit or the sheet, as <c>o:I22</c>.</summary>
    public required string Subject { get; init; }

    public required string Value { get; set; }

    /// <summary>What the file has there; null where that is no cell.</summary>
    public string? InFile { get; set; }

    public required int AnsweredById { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime AnsweredAt { get; set; }
}
