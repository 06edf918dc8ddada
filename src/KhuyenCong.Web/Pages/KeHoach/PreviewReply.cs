using System.Globalization;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>What a preview's form answers.</summary>
public sealed class PreviewReply
{
    /// <summary>By subject; a box that can be ticked sends an empty value before its own.</summary>
    [BindProperty(Name = "tl")]
    public Dictionary<string, string?[]> Answers { get; set; } = [];

    /// <summary>By subject, which others are answered alike: "o:F13,o:F14".</summary>
    [BindProperty(Name = "cung")]
    public Dictionary<string, string?> Alike { get; set; } = [];

    /// <summary>An answer that was pressed: "o:I22=180 triệu đồng".</summary>
    [BindProperty(Name = "chon")]
    public string? Pressed { get; set; }

    /// <summary>What names propose is taken wherever nothing else was chosen.</summary>
    [BindProperty(Name = "nhan")]
    public bool TakesProposals { get; set; }

    /// <summary>The letters of a column that is read as something else.</summary>
    public string? Column { get; set; }

    public string? Meaning { get; set; }

    /// <summary>By subject: whether its answer is remembered for later imports.</summary>
    [BindProperty(Name = "nho")]
    public Dictionary<string, bool> Remember { get; set; } = [];

    /// <summary>The remembered readings that were shown.</summary>
    public string? CachDoc { get; set; }

    /// <summary>A cell or a row that nothing asks about, with what it should be.</summary>
    public string? Place { get; set; }

    public string? NewText { get; set; }

    public string? NewKind { get; set; }

    /// <summary>What this form answered; null where it did not carry the subject.</summary>
    public string? Typed(string subject) => Answers.GetValueOrDefault(subject) is { } values ? string.Join(',', values.Where(v => !string.IsNullOrWhiteSpace(v))) : null;

    /// <summary>The answers by subject; a blank one takes back what was answered before.</summary>
    public Dictionary<string, string> Given()
    {
        var given = Answers.Keys.ToDictionary(k => k, k => Typed(k) ?? string.Empty, StringComparer.Ordinal);
        if (Pressed?.Split('=', 2) is [var pressed, var value]) given[pressed] = value;
        foreach (var (subject, others) in Alike)
        {
            if (!given.TryGetValue(subject, out var answer)) continue;
            foreach (var other in (others ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries)) given.TryAdd(other, answer);
        }

        if (CellAddress.Parse(Column + "1") is { } head && !string.IsNullOrEmpty(Meaning)) given[AnnexAnswers.OfColumn(head.Column)] = Meaning;
        if (CellAddress.Parse(Place?.Trim()) is { } cell && !string.IsNullOrWhiteSpace(NewText)) given[AnnexAnswers.OfCell(cell)] = NewText;
        if (int.TryParse(Place?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && !string.IsNullOrEmpty(NewKind)) given[AnnexAnswers.OfRow(row)] = NewKind;
        return given;
    }

    /// <summary>The answers with some of them taken back.</summary>
    /// <param name="subjects">Which, between commas.</param>
    public Dictionary<string, string> Without(string? subjects)
    {
        var given = Given();
        foreach (var subject in (subjects ?? string.Empty).Split(',')) given[subject] = string.Empty;
        return given;
    }

    /// <summary>Why a cell or a row that nothing asks about cannot be corrected as it was typed; null when it can, or when nothing was. What else was answered is kept all the same.</summary>
    public string? WhyNotPlace()
    {
        var isCell = CellAddress.Parse(Place?.Trim()) is not null;
        var isRow = int.TryParse(Place?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (string.IsNullOrWhiteSpace(NewText) && string.IsNullOrEmpty(NewKind)) return string.IsNullOrWhiteSpace(Place) ? null : "Ghi nội dung đúng của ô, hoặc chọn dòng là gì.";
        if (!isCell && !isRow) return "Ghi địa chỉ ô như I22, hoặc số dòng như 12.";
        return isCell && string.IsNullOrWhiteSpace(NewText) ? "Với một ô, ghi nội dung đúng của ô; với cả dòng, ghi số dòng như 12."
            : isRow && string.IsNullOrEmpty(NewKind) ? "Với một dòng, chọn dòng là gì; với một ô, ghi địa chỉ như I22." : null;
    }

    /// <summary>The subjects whose answers are to be remembered.</summary>
    public IReadOnlyList<string> Remembered(Dictionary<string, string> given) => [.. Remember.Where(r => r.Value && !string.IsNullOrWhiteSpace(given.GetValueOrDefault(r.Key))).Select(r => r.Key)];
}
