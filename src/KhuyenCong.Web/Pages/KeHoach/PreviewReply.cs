using System.Globalization;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>What a preview's form answers.</summary>
public sealed class PreviewReply
{
    /// <summary>By subject; several values are places of one cell.</summary>
    [BindProperty(Name = "tl")]
    public Dictionary<string, string?[]> Answers { get; set; } = [];

    /// <summary>A cell or a row that nothing asks about, with what it should be.</summary>
    public string? Place { get; set; }

    public string? NewText { get; set; }

    public string? NewKind { get; set; }

    /// <summary>The answers by subject; a blank one takes back what was answered before.</summary>
    public Dictionary<string, string> Given()
    {
        var given = Answers.Where(a => a.Value is not null).ToDictionary(a => a.Key, a => string.Join(',', a.Value.Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal)), StringComparer.Ordinal);
        if (CellAddress.Parse(Place?.Trim()) is { } cell && !string.IsNullOrWhiteSpace(NewText)) given[AnnexAnswers.OfCell(cell)] = NewText;
        if (int.TryParse(Place?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && !string.IsNullOrEmpty(NewKind)) given[AnnexAnswers.OfRow(row)] = NewKind;
        return given;
    }
}
