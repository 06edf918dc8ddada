namespace KhuyenCong.Services.Inbox;

/// <summary>The figures in the frame of every page.</summary>
/// <param name="Work">How many things wait for the person.</param>
/// <param name="Notices">How many notices the person has not read.</param>
public sealed record WaitingCount(int Work, int Notices);
