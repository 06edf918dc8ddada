using KhuyenCong.Domain.Text.Legacy;

namespace KhuyenCong.Services.Vi;

/// <summary>The words for how a text is written.</summary>
public static class LegacyTexts
{
    public static string Of(LegacyEncoding encoding) => encoding switch
    {
        LegacyEncoding.Tcvn3 => "TCVN3 (.VnTime)",
        LegacyEncoding.Vni => "VNI (VNI-Times)",
    };

    public static string Of(TextState state) => state switch
    {
        TextState.Clean => "Unicode",
        TextState.Tcvn3 => "bảng mã TCVN3",
        TextState.Vni => "bảng mã VNI",
        TextState.Suspicious => "chữ có thể bị hỏng",
    };
}
