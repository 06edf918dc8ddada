namespace KhuyenCong.Services.Exports;

/// <summary>Text that a spreadsheet would run as a formula (OWASP, CSV injection).</summary>
internal static class FormulaText
{
    public static bool IsDangerous(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
}
