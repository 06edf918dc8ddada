using KhuyenCong.Data.Identity;
using KhuyenCong.Services.People;
using Xunit;

namespace KhuyenCong.Services.Tests.People;

public sealed class PasswordRulesTests
{
    private static readonly AppUser Person = new() { FullName = "Nguyễn Minh Tâm", Email = "tam.nguyenminh@sct.daklak.gov.vn" };

    [Theory]
    [InlineData("doi moi ca phe buon lam")]
    [InlineData("đêm qua mưa rơi trên rẫy cà phê")]
    [InlineData("X#9$kQ!2zP@7vL")]
    [InlineData("gitara-obloha-tehla-42")]
    [InlineData("correct horse battery staple")]
    [InlineData("toi thich an pho bo tai ")]
    public async Task A_sentence_of_ones_own_or_a_random_password_is_taken(string password) => Assert.Null(await RefusalAsync(password));

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2024!")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiopas")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("iloveyou1234")]
    [InlineData("trustno1trustno1")]
    [InlineData("anhyeuem1234567")]
    [InlineData("1qaz2wsx3edc")]
    public async Task A_common_password_is_refused(string password) => Assert.NotNull(await RefusalAsync(password));

    [Theory]
    [InlineData("KhuyenCong#2024")]
    [InlineData("Khuyến công Đắk Lắk 2025!")]
    [InlineData("khuyenc0ng-d@kl@k")]
    [InlineData("sct.daklak.2024")]
    [InlineData("matkhau123456")]
    [InlineData("So Cong Thuong 01012024")]
    [InlineData("Nguyễn Minh Tâm 1980")]
    [InlineData("tam.nguyenminh@sct")]
    [InlineData("NGUYENMINHTAM!!")]
    public async Task A_password_of_the_offices_words_or_the_persons_name_is_refused(string password) => Assert.Equal("PasswordOfContext", await RefusalAsync(password));

    [Fact]
    public async Task A_password_beyond_128_characters_is_refused() => Assert.Equal("PasswordTooLong", await RefusalAsync(string.Concat(Enumerable.Range(0, 129).Select(i => (char)('a' + ((i * 7) % 26))))));

    [Theory]
    [InlineData("đêm qua mưa rơi trên rẫy cà phê")]
    [InlineData("ĐÊM QUA mưa rơi trên rẫy cà phê ")]
    [InlineData("đe\u0302m qua mưa rơi trên rẫy cà phê")]
    [InlineData("gitara-obloha-tehla-42")]
    public async Task A_password_of_the_list_that_the_operator_gave_is_refused(string password)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "123456\r\nngắn\n\nđêm qua mưa rơi trên rẫy cà phê\nGitara-obloha-tehla-42\n", TestContext.Current.CancellationToken);
            var refused = RefusedPasswords.Read(path, 12);
            Assert.Equal(2, refused.Count);
            Assert.Equal("PasswordCommon", await RefusalAsync(password, refused));
            Assert.Null(await RefusalAsync("doi moi ca phe buon lam", refused));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string?> RefusalAsync(string password, RefusedPasswords? refused = null)
    {
        var result = await new PasswordRules(refused ?? RefusedPasswords.None).ValidateAsync(null!, Person, password);
        return result.Succeeded ? null : result.Errors.Single().Code;
    }
}
