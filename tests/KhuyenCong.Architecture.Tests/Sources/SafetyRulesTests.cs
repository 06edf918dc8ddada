using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>No source holds a construct that opens a whole class of attacks; docs/asvs.md rests on it.</summary>
public sealed class SafetyRulesTests
{
    [Fact]
    public void No_query_is_put_together_from_text() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.ComposedQuery));

    [Theory]
    [InlineData("db.Plans.FromSqlRaw(\"SELECT * FROM Plans WHERE Title = '\" + text + \"'\")", 1)]
    [InlineData("db.Plans.FromSqlRaw($\"SELECT * FROM Plans WHERE Id = {id}\")", 1)]
    [InlineData("db.Database.ExecuteSqlRawAsync(sql, stop)", 1)]
    [InlineData("command.CommandText = $\"SELECT {columns}\";", 1)]
    [InlineData("db.Database.ExecuteSqlRawAsync(\"PRAGMA journal_mode=WAL\", stop)", 0)]
    [InlineData("db.Database.ExecuteSqlAsync($\"VACUUM INTO {folder}\", stop)", 0)]
    public void A_composed_query_is_found(string code, int breaches) => Assert.Equal(breaches, SafetyRules.ComposedQuery(CSharp(code)).Count());

    [Fact]
    public void Nothing_starts_another_program() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.OtherProgram));

    [Fact]
    public void Another_program_is_found() => Assert.Single(SafetyRules.OtherProgram(CSharp("Process.Start(\"sh\", text);")));

    [Fact]
    public void No_code_is_unsafe()
    {
        Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.UnsafeCode));
        Assert.All(Repository.Files("src", "*.csproj"), path => Assert.DoesNotContain("AllowUnsafeBlocks", File.ReadAllText(Repository.At(path)), StringComparison.Ordinal));
    }

    [Fact]
    public void Unsafe_code_is_found() => Assert.Single(SafetyRules.UnsafeCode(CSharp("public static unsafe int Peek(int* place) => *place;")));

    [Fact]
    public void Every_pattern_is_known_when_the_program_is_built() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.LatePattern));

    [Theory]
    [InlineData("new Regex(text)")]
    [InlineData("Regex.IsMatch(name, text)")]
    public void A_pattern_made_later_is_found(string code) => Assert.Single(SafetyRules.LatePattern(CSharp(code)));

    [Fact]
    public void Every_format_is_known_when_the_program_is_built() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.LateFormat));

    [Theory]
    [InlineData("string.Format(text, 1)", 1)]
    [InlineData("string.Format(CultureInfo.InvariantCulture, text, 1)", 1)]
    [InlineData("string.Format(CultureInfo.InvariantCulture, \"{0:N0}\", 1)", 0)]
    public void A_format_made_later_is_found(string code, int breaches) => Assert.Equal(breaches, SafetyRules.LateFormat(CSharp(code)).Count());

    [Fact]
    public void Only_known_types_are_read_back() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.UnknownTypes));

    [Theory]
    [InlineData("new BinaryFormatter().Deserialize(stream)")]
    [InlineData("Type.GetType(name)")]
    [InlineData("JsonSerializer.Deserialize<object>(text)")]
    public void Reading_back_what_the_text_names_is_found(string code) => Assert.Single(SafetyRules.UnknownTypes(CSharp(code)));

    [Fact]
    public void Nothing_asks_another_server() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.OtherServer));

    [Fact]
    public void A_request_to_another_server_is_found() => Assert.Single(SafetyRules.OtherServer(CSharp("await new HttpClient().GetAsync(address);")));

    [Theory]
    [InlineData("HealthCommand.cs")]
    [InlineData("ClamdConnection.cs")]
    public void Who_may_ask_is_told_by_the_name_of_the_file(string name) =>
        Assert.Empty(SafetyRules.OtherServer(new SourceFile("src/KhuyenCong.Web/Operations/" + name, "new Socket(SocketType.Stream, ProtocolType.Tcp)")));

    [Fact]
    public void No_file_goes_round_the_scanner() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.UnscannedFile));

    [Theory]
    [InlineData("src/KhuyenCong.Services/Plans/Some.cs", "await store.AddAsync(upload.Content, stop);")]
    [InlineData("src/KhuyenCong.Services/Plans/Some.cs", "await _fileStore.AddAsync(upload.Content, stop);")]
    [InlineData("src/KhuyenCong.Web/Pages/DeAn/Some.cshtml.cs", "await File.CopyToAsync(target, stop);")]
    [InlineData("src/KhuyenCong.Web/Pages/DeAn/Some.cshtml.cs", "using var reader = new StreamReader(File.OpenReadStream());")]
    public void A_file_that_goes_round_the_scanner_is_found(string path, string code) => Assert.Single(SafetyRules.UnscannedFile(new SourceFile(path, code)));

    [Fact]
    public void Raw_markup_is_written_only_by_those_who_encode() =>
        Assert.Empty(SourceFile.CSharp.Concat(SourceFile.Razor).SelectMany(SafetyRules.RawMarkup));

    [Theory]
    [InlineData("src/KhuyenCong.Web/Pages/Index.cshtml", "<p>@Html.Raw(text)</p>")]
    [InlineData("src/KhuyenCong.Web/Pages/Index.cshtml", "<a href=\"~/de-an@Html.Raw(query)\">x</a>")]
    [InlineData("src/KhuyenCong.Web/Pages/Index.cshtml.cs", "return new HtmlString(text);")]
    public void Raw_markup_is_found(string path, string text) => Assert.Single(SafetyRules.RawMarkup(new SourceFile(path, text)));

    [Fact]
    public void Cryptography_comes_from_the_platform_and_is_strong() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.WeakCryptography));

    [Theory]
    [InlineData("MD5.HashData(bytes)", 1)]
    [InlineData("aes.Mode = CipherMode.ECB;", 1)]
    [InlineData("rsa.Encrypt(bytes, RSAEncryptionPadding.Pkcs1)", 1)]
    [InlineData("SHA256.HashData(bytes)", 0)]
    [InlineData("HMACSHA256.HashData(key, bytes)", 0)]
    public void Weak_cryptography_is_found(string code, int breaches) => Assert.Equal(breaches, SafetyRules.WeakCryptography(CSharp(code)).Count());

    [Fact]
    public void What_must_not_be_guessed_is_random() => Assert.Empty(SourceFile.CSharp.SelectMany(SafetyRules.GuessableRandom));

    [Fact]
    public void A_guessable_random_value_is_found() => Assert.Single(SafetyRules.GuessableRandom(CSharp("var code = new Random().Next();")));

    [Fact]
    public void Scripts_make_no_markup_run_no_text_keep_nothing_and_ask_nobody()
    {
        var scripts = Repository.Files("src/KhuyenCong.Web/wwwroot", "*.js").Select(path => new SourceFile(path, File.ReadAllText(Repository.At(path)))).ToList();
        Assert.NotEmpty(scripts);
        Assert.Empty(scripts.SelectMany(SafetyRules.UnsafeScript));
    }

    [Theory]
    [InlineData("box.innerHTML = text;")]
    [InlineData("eval(text)")]
    [InlineData("localStorage.setItem('a', 'b');")]
    [InlineData("window.addEventListener('message', read);")]
    [InlineData("field.addEventListener('paste', event => event.preventDefault());")]
    [InlineData("fetch('https://example.com/')")]
    [InlineData("target.__proto__ = {};")]
    public void An_unsafe_script_is_found(string script) => Assert.Single(SafetyRules.UnsafeScript(new SourceFile("app.js", script)));

    private static SourceFile CSharp(string code) => new("src/KhuyenCong.Services/Plans/Some.cs", code);
}
