using KhuyenCong.Services.Documents;

namespace KhuyenCong.Services.Exports;

/// <summary>A report as a file to download.</summary>
/// <param name="Name">Plain ASCII, with its ending.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ExportFile(string Name, string ContentType, byte[] Content)
{
    /// <summary>Writes the report; the name comes without ending.</summary>
    public static ExportFile Of(ReportBook book, ExportFormat format, string name)
    {
        using var to = new MemoryStream();
        switch (format)
        {
            case ExportFormat.Xlsx:
                XlsxWriter.Write(book, to);
                return new ExportFile(name + ".xlsx", DocumentIntake.Workbook, to.ToArray());
            case ExportFormat.Csv:
                CsvWriter.Write(book, to);
                return new ExportFile(name + ".csv", "text/csv; charset=utf-8", to.ToArray());
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }
}
