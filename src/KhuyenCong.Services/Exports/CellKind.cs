namespace KhuyenCong.Services.Exports;

/// <summary>What a column holds; decides alignment and how a file stores it.</summary>
public enum CellKind
{
    /// <summary>Words, and numbers that are names (STT, số quyết định).</summary>
    Text,

    /// <summary>An amount in đồng, shown in the report's unit.</summary>
    Money,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A share of a whole.</summary>
    Percent,

    /// <summary>A day.</summary>
    Date,
}
