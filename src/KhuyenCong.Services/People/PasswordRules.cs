using System.Text.RegularExpressions;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Text;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Services.People;

/// <summary>
/// Refuses passwords that are guessed early: common ones and their variations (the lists and the estimate of zxcvbn), and
/// those made of the office's words, the person's name and address, years and rows of digits. Nothing is asked of the
/// kinds of characters.
/// </summary>
public sealed partial class PasswordRules(RefusedPasswords refused) : IPasswordValidator<AppUser>
{
    public const int Longest = 128;

    /// <summary>What must be left of a password when the words that everybody here tries first are taken out.</summary>
    private const int LeastOwn = 6;

    // The estimate grows with the square of the length, and says no more beyond this.
    private const int LookedAt = 64;

    private static readonly string[] OfficeWords =
    [
        "khuyencong", "khuyencongdaklak", "congthuong", "socongthuong", "bocongthuong", "trungtam", "ttkc", "sct", "daklak", "dak", "lak", "phuyen", "buonmathuot", "buonho", "tuyhoa",
        "taynguyen", "vietnam", "matkhau", "password", "passw0rd", "quantri", "admin", "lanhdao", "giamdoc", "ketoan", "chuyenvien", "canbo", "kehoach", "dean", "quyetdinh", "anhyeuem", "emyeuanh",
        "congvan", "phongban", "xinchao",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password) => Task.FromResult(Look(user, password ?? string.Empty));

    private IdentityResult Look(AppUser user, string password)
    {
        if (password.Length > Longest) return Refuse("PasswordTooLong", "Mật khẩu dài không quá 128 ký tự.");
        var words = OfficeWords.Concat(WordsOf(user)).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length).ToArray();
        if (OwnPart(password, words) < LeastOwn)
        {
            return Refuse("PasswordOfContext", "Mật khẩu ghép từ tên đơn vị, họ tên, email, năm hoặc dãy số nên dễ đoán. Đặt một câu của riêng bạn.");
        }

        return refused.Holds(password) || Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(password.Length, LookedAt)], words).Score < 3
            ? Refuse("PasswordCommon", "Mật khẩu này dễ đoán. Đặt một câu của riêng bạn.")
            : IdentityResult.Success;
    }

    private static IEnumerable<string> WordsOf(AppUser user) =>
        NoLetters().Split($"{VietnameseText.Fold(user.FullName)} {VietnameseText.Fold(user.Email)}").Where(w => w.Length > 2)
            .Append(NoLetters().Replace(VietnameseText.Fold(user.FullName), string.Empty)).Where(w => w.Length > 0);

    /// <summary>How many letters and different signs are left when the words, years and rows of digits are taken out.</summary>
    private static int OwnPart(string password, IReadOnlyList<string> words)
    {
        var folded = VietnameseText.Fold(password);
        return Math.Min(Left(folded, words), Left(folded.Replace('@', 'a').Replace('0', 'o').Replace('3', 'e').Replace('$', 's').Replace('1', 'i'), words));
    }

    private static int Left(string folded, IReadOnlyList<string> words)
    {
        var rest = NoLetters().Replace(folded, string.Empty);
        foreach (var word in words) rest = rest.Replace(word, "\n", StringComparison.Ordinal);
        rest = Digits().Replace(rest, string.Empty).Replace("\n", string.Empty, StringComparison.Ordinal);
        var signs = folded.Where(c => !char.IsLetterOrDigit(c) && c != ' ').Distinct().Count();
        return rest.Distinct().Count() + signs < 4 ? 0 : rest.Length + signs;
    }

    private static IdentityResult Refuse(string code, string message) => IdentityResult.Failed(new IdentityError { Code = code, Description = message });

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex NoLetters();

    [GeneratedRegex("[0-9]{3,}", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
