using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>Counts what the sheets of a package hold while its guard goes through them, so that a sheet that holds too much can be named.</summary>
internal sealed class SheetExtents
{
    private string _part = string.Empty;
    private bool _isSheet, _hasValue;
    private int _row, _lastRow, _lastValue, _values, _empty, _rows;
    private string? _hidden;

    /// <summary>The part that was looked at last, which is the one that was too much.</summary>
    public SheetExcess Last(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        return new SheetExcess(NameOf(archive, _part), _lastRow, _lastValue, _hidden);
    }

    /// <summary>What made the sheet large is rows and cells without a value.</summary>
    public bool IsMostlyEmpty => _isSheet && _lastRow - _lastValue > WorkbookLimits.Rows;

    public void Begin(string part)
    {
        _part = PartNames.Repaired(part);
        _isSheet = _part.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && _part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
        (_row, _lastRow, _lastValue, _hidden) = (0, 0, 0, null);
    }

    /// <summary>Takes note of an element; a problem once the sheets hold too much.</summary>
    public WorkbookProblem? Look(XmlReader xml)
    {
        if (!_isSheet) return null;
        switch (xml.LocalName)
        {
            case "dimension":
                _lastRow = CellAddress.Parse(xml.GetAttribute("ref")?.Split(':')[^1])?.Row ?? 0;
                break;
            case "col" when xml.GetAttribute("hidden") is "1" or "true" && Number(xml.GetAttribute("min")) is { } first && Number(xml.GetAttribute("max")) is { } last:
                _hidden = (_hidden is null ? string.Empty : _hidden + ", ") + (first == last ? Letters(first) : $"{Letters(first)}–{Letters(last)}");
                if (_hidden.Length > 100) _hidden = _hidden[..100] + "…";
                break;
            case "row":
                _row = Number(xml.GetAttribute("r")) ?? _row + 1;
                (_lastRow, _hasValue) = (Math.Max(_lastRow, _row), false);
                return ++_empty > WorkbookLimits.EmptyCells ? WorkbookProblem.TooManyEmptyCells : null;
            case "c":
                return ++_empty > WorkbookLimits.EmptyCells ? WorkbookProblem.TooManyEmptyCells : null;
            case "v" or "is" or "f":
                _lastValue = _row;
                if (!_hasValue) _rows++;
                (_hasValue, _empty) = (true, _empty - 1);
                return ++_values > 2 * WorkbookLimits.Cells || _rows > WorkbookLimits.Rows ? WorkbookProblem.TooManyCells : null;
        }

        return null;
    }

    private static string Letters(int column) => CellAddress.ColumnLetters(Math.Clamp(column, 1, 16_384));

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // By the workbook's own list; a name is a courtesy, so that whatever is odd about the list leaves it out.
    private static string? NameOf(ZipArchive archive, string part)
    {
        var target = Elements(archive, "xl/_rels/workbook.xml.rels").FirstOrDefault(e => e.Attribute("Target")?.Value is { } t && part.EndsWith("/" + t.Split('/')[^1], StringComparison.OrdinalIgnoreCase));
        var id = target?.Attribute("Id")?.Value;
        return id is null ? null : Elements(archive, "xl/workbook.xml").FirstOrDefault(e => e.Name.LocalName == "sheet" && e.Attributes().Any(a => a.Name.LocalName == "id" && a.Value == id))?.Attribute("name")?.Value;
    }

    private static List<XElement> Elements(ZipArchive archive, string name)
    {
        var entry = archive.Entries.FirstOrDefault(e => PartNames.Repaired(e.FullName).Equals(name, StringComparison.OrdinalIgnoreCase));
        if (entry is null || entry.Length > 1_000_000) return [];
        try
        {
            using var reader = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000, CloseInput = true });
            return [.. XDocument.Load(reader).Descendants()];
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException)
        {
            return [];
        }
    }
}
