using KhuyenCong.Services.Imports.Findings;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>A question of a preview as its form shows it.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Posted">What was sent and not kept.</param>
public sealed record PreviewAsk(AnnexQuestion Question, string? Posted)
{
    public string Name => $"tl[{Question.Subject}]";

    public string Id => "chon-" + Question.Subject.Replace(':', '-');

    /// <summary>What stands in the field.</summary>
    public string? Value => Posted ?? (Question.IsFromAlias ? null : Question.Chosen ?? Question.Tried);

    /// <summary>As the office has it remembered: shown, not sent, so that it stays the office's; null for an answer of this person.</summary>
    public string? Saved => Question.IsFromAlias ? $"{Question.Options.FirstOrDefault(o => o.Key == Question.Chosen)?.Label ?? Question.Chosen} (theo cách đọc đã lưu)" : null;

    public bool IsTyped => Question.Kind is AnnexQuestionKind.Cell or AnnexQuestionKind.Area;

    /// <summary>The unit as the file states it: shown, not chosen.</summary>
    public string? Stated => Question is { Kind: AnnexQuestionKind.Unit, IsAnswered: false, IsOpen: false } ? Question.Options.First(o => o.Key == Question.Chosen).Label : null;

    /// <summary>What an empty choice says.</summary>
    public string Empty => Saved ?? (Stated is { } stated ? $"{stated} (như tệp ghi)" : Question.Proposed is { } proposed ? "Đề xuất: " + PreviewWords.Clip(proposed.Label, 60) : "Chọn…");
}
