namespace KhuyenCong.Web.Security.Factors;

/// <summary>The page «Xác nhận lại»: where it leads afterwards, and what was typed there.</summary>
/// <param name="Target">A local address.</param>
/// <param name="Fields">What is sent there again; null where the address is only opened.</param>
public sealed record FactorAsk(string Target, IReadOnlyList<KeyValuePair<string, string>>? Fields)
{
    /// <summary>The names of the page's own fields, which are not kept.</summary>
    public const string Prefix = "xac-nhan-lai.";

    /// <summary>The field of the code.</summary>
    public const string CodeField = Prefix + "ma";

    /// <summary>What a request that was refused for want of a fresh factor sent; null where it brought files, which no page can give back.</summary>
    public static FactorAsk? Of(HttpRequest request)
    {
        if (!request.HasFormContentType || request.Form.Files.Count > 0) return null;
        return new FactorAsk(request.Path + request.QueryString, Kept(request.Form));
    }

    /// <summary>The fields of a form but this page's own.</summary>
    public static List<KeyValuePair<string, string>> Kept(IFormCollection form) =>
        [.. form.Where(f => !f.Key.StartsWith(Prefix, StringComparison.Ordinal)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? string.Empty)))];
}
