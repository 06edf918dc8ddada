using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Notes;

/// <summary>The drawing that Excel wants for each comment of a sheet: a box beside the cell, in VML, hidden until pointed at.</summary>
internal static class SheetDrawings
{
    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace X = "urn:schemas-microsoft-com:office:excel";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // What the schema lets follow the place where a sheet names its drawing.
    private static readonly string[] After = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

    /// <summary>Gives each cell a box that has none, and takes away those whose comment is gone.</summary>
    public static void Show(WorksheetPart sheet, IReadOnlyList<CellAddress> cells)
    {
        var named = NamedIn(sheet);
        var part = named is not null && sheet.TryGetPartById(named, out var found) && found is VmlDrawingPart known ? known : null;
        var drawing = part is null ? Empty() : Load(part);
        var boxes = drawing.Root!.Elements(V + "shape").Select(s => (Shape: s, Cell: CellOf(s))).Where(s => s.Cell is not null).ToList();
        foreach (var (shape, _) in boxes.Where(b => !cells.Contains(b.Cell!.Value))) shape.Remove();
        var next = boxes.Select(b => NumberOf(b.Shape)).Append(1024).Max();
        foreach (var cell in cells.Except(boxes.Select(b => b.Cell!.Value))) drawing.Root.Add(Box(cell, ++next));

        part ??= sheet.AddNewPart<VmlDrawingPart>();
        using (var to = part.GetStream(FileMode.Create)) drawing.Save(to);
        if (named is null) Name(sheet, sheet.GetIdOfPart(part));
    }

    private static XDocument Empty() => new(new XElement(
        "xml", new XAttribute(XNamespace.Xmlns + "v", V), new XAttribute(XNamespace.Xmlns + "o", O), new XAttribute(XNamespace.Xmlns + "x", X),
        new XElement(O + "shapelayout", new XAttribute(V + "ext", "edit"), new XElement(O + "idmap", new XAttribute(V + "ext", "edit"), new XAttribute("data", "1"))),
        new XElement(
            V + "shapetype", new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", "202"), new XAttribute("path", "m,l,21600r21600,l21600,xe"),
            new XElement(V + "stroke", new XAttribute("joinstyle", "miter")), new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect")))));

    private static XElement Box(CellAddress cell, int number)
    {
        string At(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        return new XElement(
            V + "shape", new XAttribute("id", At($"_x0000_s{number}")), new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", "position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;height:90pt;z-index:1;visibility:hidden"), new XAttribute("fillcolor", "#ffffe1"), new XAttribute(O + "insetmode", "auto"),
            new XElement(V + "fill", new XAttribute("color2", "#ffffe1")), new XElement(V + "path", new XAttribute(O + "connecttype", "none")), new XElement(V + "textbox", new XAttribute("style", "mso-direction-alt:auto")),
            new XElement(
                X + "ClientData", new XAttribute("ObjectType", "Note"), new XElement(X + "MoveWithCells"), new XElement(X + "SizeWithCells"),
                new XElement(X + "Anchor", At($"{cell.Column}, 15, {Math.Max(0, cell.Row - 2)}, 10, {cell.Column + 4}, 15, {cell.Row + 5}, 4")), new XElement(X + "AutoFill", "False"),
                new XElement(X + "Row", At($"{cell.Row - 1}")), new XElement(X + "Column", At($"{cell.Column - 1}"))));
    }

    private static CellAddress? CellOf(XElement shape)
    {
        var data = shape.Element(X + "ClientData");
        return data?.Attribute("ObjectType")?.Value == "Note" && int.TryParse(data.Element(X + "Row")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && int.TryParse(data.Element(X + "Column")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? new CellAddress(row + 1, column + 1) : null;
    }

    private static int NumberOf(XElement shape) =>
        shape.Attribute("id")?.Value.Split('s')[^1] is { } digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : 0;

    // Excel itself writes line breaks as in HTML. What cannot be read even so is drawn anew, for every comment.
    private static XDocument Load(VmlDrawingPart part)
    {
        using var stream = new StreamReader(part.GetStream(FileMode.Open));
        var text = stream.ReadToEnd().Replace("<br>", "<br/>", StringComparison.OrdinalIgnoreCase);
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return Empty();
        }
    }

    private static string? NamedIn(WorksheetPart sheet)
    {
        using var reader = Reader(sheet);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "legacyDrawing" }) return reader.GetAttribute("id", Office.NamespaceName);
        }

        return null;
    }

    // The sheet is copied as it streams by: it may be large, and nothing else of it changes.
    private static void Name(WorksheetPart sheet, string id)
    {
        using var copy = new MemoryStream();
        using (var reader = Reader(sheet))
        using (var writer = XmlWriter.Create(copy, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            var isNamed = false;
            while (reader.Read())
            {
                if (!isNamed && reader.Depth <= 1 && (reader is { NodeType: XmlNodeType.EndElement, Depth: 0 } || (reader is { NodeType: XmlNodeType.Element, Depth: 1 } && After.Contains(reader.LocalName, StringComparer.Ordinal))))
                {
                    writer.WriteStartElement("legacyDrawing", Main.NamespaceName);
                    writer.WriteAttributeString("r", "id", Office.NamespaceName, id);
                    writer.WriteEndElement();
                    isNamed = true;
                }

                Copy(reader, writer);
            }
        }

        copy.Position = 0;
        sheet.FeedData(copy);
    }

    private static void Copy(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (reader.IsEmptyElement) writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
        }
    }

    private static XmlReader Reader(WorksheetPart sheet) =>
        XmlReader.Create(sheet.GetStream(FileMode.Open), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
}
