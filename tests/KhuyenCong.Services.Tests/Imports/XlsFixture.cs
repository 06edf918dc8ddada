namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Workbooks of Excel 97–2003, sound and made to harm.</summary>
internal static class XlsFixture
{
    public const string Sample = "phu-luc-ke-hoach-2024-dot-1.xls";

    public static byte[] Of(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "xls", name));
}
