namespace KhuyenCong.Web.TagHelpers;

/// <summary>What a status means to the reader; each has its own shape and colour.</summary>
public enum StatusTone
{
    /// <summary>Not begun: a hollow grey circle.</summary>
    Quiet,

    /// <summary>Waits for somebody: a half amber circle.</summary>
    Waiting,

    /// <summary>Decided, not begun: a green circle with a dot.</summary>
    Decided,

    /// <summary>Agreed under contract, about to begin: a green circle, three quarters full.</summary>
    Agreed,

    /// <summary>In force or under way: a full green circle.</summary>
    Fine,

    /// <summary>Finished well: a green tick.</summary>
    Done,

    /// <summary>Refused, returned or stopped: a red cross.</summary>
    Wrong,

    /// <summary>Over, for the record: a grey tick.</summary>
    Closed,
}
