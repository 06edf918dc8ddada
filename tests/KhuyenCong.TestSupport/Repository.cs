namespace KhuyenCong.TestSupport;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds KhuyenCong.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The full path of a file or folder named from the root.</summary>
    public static string At(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The files of a folder and below that are written by people, in a fixed order.</summary>
    /// <param name="folder">From the root, such as "src".</param>
    /// <param name="pattern">Such as "*.cs".</param>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KhuyenCong.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
