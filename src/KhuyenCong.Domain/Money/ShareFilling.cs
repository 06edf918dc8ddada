namespace KhuyenCong.Domain.Money;

/// <summary>How an amount of a project, contracted or disbursed, falls on its shares of several budget years.</summary>
public static class ShareFilling
{
    /// <summary>
    /// What of the amount falls on one share. Shares are filled in the order of their years, whatever day the money was
    /// paid: what a decision moved into the next year is what was not disbursed when it was made.
    /// </summary>
    /// <param name="amount">The project's whole amount.</param>
    /// <param name="earlier">Shares of earlier years.</param>
    /// <param name="share">The share.</param>
    public static Vnd On(Vnd amount, Vnd earlier, Vnd share) => amount - earlier is var reached && reached.IsNegative ? Vnd.Zero : reached < share ? reached : share;
}
