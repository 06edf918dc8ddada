namespace KhuyenCong.Web.Operations;

/// <summary>A command of the same program, such as "migrate"; none starts the web server.</summary>
internal sealed class PortalCommand
{
    private PortalCommand(string[] words, string[] hostArguments)
    {
        Words = words;
        HostArguments = hostArguments;
    }

    /// <summary>The command's words before its options.</summary>
    public string[] Words { get; }

    /// <summary>Options, which are configuration keys too.</summary>
    public string[] HostArguments { get; }

    public bool IsGiven => Words.Length > 0;

    public static PortalCommand Of(string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-') && !a.Contains('=', StringComparison.Ordinal)).ToArray();
        return new PortalCommand(words, args[words.Length..]);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IServiceProvider services, CancellationToken stop)
    {
        if (Words is not ["migrate"]) return Unknown();
        await StartUp.MigrateAsync(services, stop);
        await StartUp.SeedAsync(services, stop);
        Console.WriteLine("Đã cập nhật cơ sở dữ liệu.");
        return 0;
    }

    private int Unknown()
    {
        Console.Error.WriteLine($"Không có lệnh «{string.Join(' ', Words)}».");
        return 2;
    }
}
