using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Services.Exports.Xlsx;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Notes;

/// <summary>The sheet that lists the findings: cell, kind, sentence. All of it is text, whatever stands in the annex.</summary>
internal static class FindingsSheet
{
    public static Worksheet Of(IReadOnlyList<AnnexNote> notes)
    {
        var data = new SheetData(Row(1, AnnexNoteTexts.Title), Row(2, AnnexNoteTexts.CellHeading, AnnexNoteTexts.KindHeading, AnnexNoteTexts.SentenceHeading));
        for (var i = 0; i < notes.Count; i++) data.Append(Row(i + 3, notes[i].Cell?.ToString() ?? AnnexNoteTexts.WholeTable, notes[i].Kind, notes[i].Sentence));
        return new Worksheet(
            new Columns(
                new Column { Min = 1, Max = 1, Width = 12, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = 14, CustomWidth = true },
                new Column { Min = 3, Max = 3, Width = 120, CustomWidth = true }),
            data);
    }

    private static Row Row(int number, params string[] texts)
    {
        var row = new Row { RowIndex = (uint)number };
        for (var i = 0; i < texts.Length; i++)
        {
            row.Append(new Cell
            {
                CellReference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + i)}{number}"), DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(CellText.Escaped(texts[i])) { Space = SpaceProcessingModeValues.Preserve }),
            });
        }

        return row;
    }
}
