namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>What a text is written in, as far as it says so itself.</summary>
public enum TextState
{
    /// <summary>Unicode, or nothing that speaks against it.</summary>
    Clean,

    /// <summary>Certainly TCVN3.</summary>
    Tcvn3,

    /// <summary>Certainly VNI.</summary>
    Vni,

    /// <summary>Not as it was meant, but how it was meant is not certain: to be asked.</summary>
    Suspicious,
}
