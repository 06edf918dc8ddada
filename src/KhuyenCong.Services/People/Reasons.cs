namespace KhuyenCong.Services.People;

/// <summary>The reason that each change of an account must give.</summary>
internal static class Reasons
{
    /// <summary>What is wrong with it; null for nothing.</summary>
    public static Failure? Fault(string? reason, string field = "Reason") => reason switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => Failure.Invalid(field, "Ghi lý do."),
        { Length: > 2000 } => Failure.Invalid(field, "Lý do dài không quá 2.000 ký tự."),
        _ => null,
    };
}
