namespace KhuyenCong.Services.Exports;

/// <summary>What a row is. A row may add up only rows of an earlier kind in this list.</summary>
public enum RowKind
{
    /// <summary>A line of its own.</summary>
    Item,

    /// <summary>The head of a group; may carry the group's sums, as annexes do.</summary>
    Group,

    /// <summary>The foot of a group: "Cộng".</summary>
    Subtotal,

    /// <summary>"TỔNG CỘNG", wherever it stands.</summary>
    Total,
}
