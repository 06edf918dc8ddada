namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>Why a file cannot be read as an annex at all.</summary>
public enum WorkbookProblem
{
    Empty,

    /// <summary>Over <see cref="WorkbookLimits.FileBytes"/>.</summary>
    TooLarge,

    /// <summary>Neither a workbook nor anything that could hold one.</summary>
    NotAWorkbook,

    /// <summary>An OLE compound file: a workbook under a password, or an .xls of before 2007.</summary>
    EncryptedOrOld,

    /// <summary>Holds a VBA project or says that it may.</summary>
    Macros,

    /// <summary>A binary workbook (.xlsb).</summary>
    BinaryWorkbook,

    /// <summary>Unpacks to more than any annex could hold.</summary>
    UnpacksTooLarge,

    /// <summary>More rows or cells than any annex holds.</summary>
    TooManyCells,

    /// <summary>Cut short, or its parts are not well-formed.</summary>
    Damaged,

    /// <summary>Declares a document type, which no office program writes and which can be used for attacks.</summary>
    DocumentType,

    /// <summary>No header row with a project name and an amount was found.</summary>
    NoTable,

    /// <summary>No header row was found and the text is in TCVN3 fonts (.VnTime), so nothing could be recognised.</summary>
    NoTableLegacyFont,
}
