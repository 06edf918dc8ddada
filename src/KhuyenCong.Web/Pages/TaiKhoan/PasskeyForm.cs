using KhuyenCong.Web.Security.Factors;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>A button that asks the browser for a passkey; hidden where there is no script.</summary>
/// <param name="Challenge">What the browser must answer.</param>
/// <param name="Action">Where the answer goes.</param>
/// <param name="Text">The button's words.</param>
/// <param name="Prefix">Before the names of its own fields.</param>
/// <param name="Kept">Fields sent along, with their own token; null for none.</param>
public sealed record PasskeyForm(
    PasskeyChallenge Challenge, string Action, string Text, string Prefix = "", IReadOnlyList<KeyValuePair<string, string>>? Kept = null);
