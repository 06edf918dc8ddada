namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>How Vietnamese was written before Unicode: letters of Windows-1252 that fonts of their own drew as Vietnamese.</summary>
public enum LegacyEncoding
{
    /// <summary>TCVN 5712, fonts .VnTime and .VnTimeH: one character a letter.</summary>
    Tcvn3,

    /// <summary>Fonts VNI-Times and the like: a letter, mostly followed by its mark as a second one.</summary>
    Vni,
}
