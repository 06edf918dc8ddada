namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>Why a file cannot be read as an annex at all.</summary>
public enum WorkbookProblem
{
    Empty,

    /// <summary>Over <see cref="WorkbookLimits.FileBytes"/>.</summary>
    TooLarge,

    /// <summary>Neither a workbook nor anything that could hold one.</summary>
    NotAWorkbook,

    /// <summary>A web page, an XML or CSV text under a workbook's name, as other programs export it.</summary>
    TextFile,

    /// <summary>An OpenDocument spreadsheet (.ods).</summary>
    OpenDocument,

    /// <summary>Opens, or changes its sheets, only with a password.</summary>
    Encrypted,

    /// <summary>Holds a VBA project or says that it may.</summary>
    Macros,

    /// <summary>A binary workbook (.xlsb).</summary>
    BinaryWorkbook,

    /// <summary>Unpacks to more than any annex could hold.</summary>
    UnpacksTooLarge,

    /// <summary>More rows or cells with a value than any annex holds.</summary>
    TooManyCells,

    /// <summary>A sheet with hundreds of thousands of rows or cells that hold a format and no value.</summary>
    TooManyEmptyCells,

    /// <summary>Cut short, or its parts are not well-formed.</summary>
    Damaged,

    /// <summary>Declares a document type, which no office program writes and which can be used for attacks.</summary>
    DocumentType,

    /// <summary>No header row with a project name and an amount was found.</summary>
    NoTable,

    /// <summary>No header row was found and the text is in TCVN3 fonts (.VnTime), so nothing could be recognised.</summary>
    NoTableLegacyFont,
}
