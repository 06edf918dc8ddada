using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>What the page of a year's closing shows.</summary>
/// <param name="Account">The year.</param>
/// <param name="Closing">How it was closed; null while it is open.</param>
/// <param name="WhyNotClose">What still stands against it.</param>
public sealed record YearClosingPage(YearAccount Account, YearClosing? Closing, IReadOnlyList<Refusal> WhyNotClose);
