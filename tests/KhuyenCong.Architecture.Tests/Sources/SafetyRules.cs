using System.Text.RegularExpressions;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>Constructs that open a whole class of attacks and that this program does without. Each rule returns the breaches it found.</summary>
internal static partial class SafetyRules
{
    // They ask SQLite about its own file, in literals of their own; the one path in them is quoted.
    private static readonly string[] AskSqlite = ["DatabaseGuard.cs", "SqliteMigration.cs"];

    // A question to SQLite about its file that EF does not know, and the process's mask of file modes: functions of libraries, no programs.
    private static readonly string[] CallLibraries = ["HeldDatabase.cs", "PrivateFiles.cs"];

    /// <summary>A query is written by EF or is one literal. Verifying reads whole tables, by names that the model gives.</summary>
    public static IEnumerable<string> ComposedQuery(SourceFile file) =>
        file.Path.Contains("/Auditing/", StringComparison.Ordinal) || AskSqlite.Contains(file.Name, StringComparer.Ordinal) ? Told(file, Raw()) : Told(file, Raw()).Concat(Told(file, CommandText()));

    public static IEnumerable<string> OtherProgram(SourceFile file) =>
        Told(file, Programs()).Where(breach => !CallLibraries.Contains(file.Name, StringComparer.Ordinal) || !breach.EndsWith("DllImport", StringComparison.Ordinal));

    public static IEnumerable<string> UnsafeCode(SourceFile file) => Told(file, Unsafe());

    /// <summary>Patterns are generated when the program is built, so that none is made of what somebody typed.</summary>
    public static IEnumerable<string> LatePattern(SourceFile file) => Told(file, Patterns());

    public static IEnumerable<string> LateFormat(SourceFile file) => Told(file, Formats());

    public static IEnumerable<string> UnknownTypes(SourceFile file) => Told(file, Deserializers());

    // The health command asks the portal itself; the line to the identity provider goes to its one configured place, and the
    // set-up hands it to the platform's client; files are shown to the one scanner that the operator names.
    private static readonly string[] Ask = ["HealthCommand.cs", "ProviderLine.cs", "ClamdConnection.cs"];

    /// <summary>What the program asks of others, it asks in three places.</summary>
    public static IEnumerable<string> OtherServer(SourceFile file) => Ask.Contains(file.Name, StringComparer.Ordinal) ? [] : Told(file, Clients());

    /// <summary>Files enter the store through the intake, which has them scanned; a page hands them to a service as they came.</summary>
    public static IEnumerable<string> UnscannedFile(SourceFile file) =>
        (file.Name is "DocumentIntake.cs" ? [] : Told(file, Storing())).Concat(file.Path.Contains("/Pages/", StringComparison.Ordinal) ? Told(file, Copying()) : []);

    /// <summary>Markup is written by tag helpers, which encode what they are given.</summary>
    public static IEnumerable<string> RawMarkup(SourceFile file) =>
        file.Path.Contains("/TagHelpers/", StringComparison.Ordinal) ? []
            : Markup().Matches(file.Path.EndsWith(".cshtml", StringComparison.Ordinal) ? file.Text : file.Code).Select(m => $"{file.Path}: {m.Value}");

    // SHA-1 within HMAC stays allowed: authenticator apps know no other.
    public static IEnumerable<string> WeakCryptography(SourceFile file) => Told(file, Weak());

    public static IEnumerable<string> GuessableRandom(SourceFile file) => Told(file, Guessable());

    /// <summary>What a script of the pages does without: markup from text, code from text, storage, messages, other hosts.</summary>
    public static IEnumerable<string> UnsafeScript(SourceFile file) => Script().Matches(file.Text).Select(m => $"{file.Path}: {m.Value}");

    private static IEnumerable<string> Told(SourceFile file, Regex pattern) => pattern.Matches(file.Code).Select(m => $"{file.Path}: {m.Value}");

    // In code without the content of its strings, a literal is "" and stands alone between bracket and comma.
    [GeneratedRegex("""\b(FromSqlRaw|ExecuteSqlRaw(Async)?|SqlQueryRaw(<[^>]*>)?)\s*\((?!\s*""\s*[,)])""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Raw();

    [GeneratedRegex("""\bCommandText\s*=(?!\s*"";)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex CommandText();

    [GeneratedRegex(@"\b(Process\.Start|ProcessStartInfo|DllImport|LibraryImport|CSharpScript|PowerShell)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Programs();

    [GeneratedRegex(@"\b(unsafe\s*\{|unsafe\s+\w+|Marshal\.|MemoryMarshal\.|Unsafe\.)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"\bnew\s+Regex\s*\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches)\s*\(", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Patterns();

    [GeneratedRegex("""\b(string|String)\.Format\s*\((?!\s*([\w.]+,\s*)?"")|\bAppendFormat\s*\((?!\s*([\w.]+,\s*)?"")|\bCompositeFormat\.Parse\b""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Formats();

    [GeneratedRegex(@"\bDeserialize<(object|dynamic)>|\b(BinaryFormatter|NetDataContractSerializer|SoapFormatter|LosFormatter|ObjectStateFormatter|TypeNameHandling|XmlSerializer|DataContractSerializer|Type\.GetType|Activator\.CreateInstance|Assembly\.Load\w*|JsonPolymorphic\w*)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Deserializers();

    [GeneratedRegex(@"\b(HttpClient|IHttpClientFactory|WebRequest|WebClient|TcpClient|UdpClient|SmtpClient|new\s+Socket|Dns\.\w+)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Clients();

    [GeneratedRegex(@"\b(\w*[Ss]tore\w*|FileStore>\(\))\.AddAsync\s*\(", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Storing();

    [GeneratedRegex(@"\bCopyTo(Async)?\s*\(|\bnew\s+(MemoryStream|FileStream|StreamReader)\b|\bFile\.((Write|Create)\w*|Open(Read|Write|Text)?)\s*\(", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Copying();

    [GeneratedRegex(@"\b(Html\.Raw|HtmlString|AppendHtml|SetHtmlContent|WriteLiteral)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(MD5|HMACMD5|SHA1|SHA1Managed|DES|TripleDES|RC2|Rijndael\w*|RSAEncryptionPadding\.Pkcs1|CipherMode\.(ECB|CFB|OFB)|Rfc2898DeriveBytes(?!\.Pbkdf2)|BouncyCastle)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Weak();

    [GeneratedRegex(@"\bnew\s+Random\s*\(|\bRandom\.Shared\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Guessable();

    [GeneratedRegex(@"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write(ln)?|eval\s*\(|new\s+Function|localStorage|sessionStorage|indexedDB|document\.cookie|postMessage|onmessage|XMLHttpRequest|__proto__|onpaste)\b|['""]message['""]|['""]paste['""]|https?://|javascript:|\.prototype\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Script();
}
