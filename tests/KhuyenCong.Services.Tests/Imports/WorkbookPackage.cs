using System.IO.Compression;
using System.Text;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Workbooks written part by part, as no library would write them.</summary>
internal static class WorkbookPackage
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>One sheet by its rows and what follows them; styles, shared strings and properties where given.</summary>
    public static byte[] Of(string rows, string after = "", string styles = "", string shared = "", string properties = "") => Zip(
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + Override("/xl/workbook.xml", "sheet.main") + Override("/xl/worksheets/sheet1.xml", "worksheet") + Override("/xl/styles.xml", "styles") + Override("/xl/sharedStrings.xml", "sharedStrings") + "</Types>"),
        ("_rels/.rels", Relationships(("officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", Relationships(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"))),
        ("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'>{properties}<sheets><sheet name='Một' sheetId='1' r:id='r0'/></sheets></workbook>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData>{after}</worksheet>"),
        ("xl/styles.xml", $"<styleSheet xmlns='{Main}'>{styles}</styleSheet>"),
        ("xl/sharedStrings.xml", $"<sst xmlns='{Main}'>{shared}</sst>"));

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries) Write(zip, name, text);
        }

        return stream.ToArray();
    }

    /// <summary>A workbook with parts replaced or added.</summary>
    public static byte[] With(byte[] file, params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                zip.GetEntry(name)?.Delete();
                Write(zip, name, text);
            }
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Override(string part, string type) => $"<Override PartName='{part}' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml'/>";

    private static string Relationships(params (string Type, string Target)[] targets) =>
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + string.Concat(targets.Select((t, i) => $"<Relationship Id='r{i}' Type='{Office}/{t.Type}' Target='{t.Target}'/>")) + "</Relationships>";
}
