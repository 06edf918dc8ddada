using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Operations.Status;

/// <summary>One thing looked at: how it is, as a word and a shape, and what to do.</summary>
/// <param name="What">«Sao lưu gần nhất».</param>
/// <param name="Tone">The shape.</param>
/// <param name="Word">The state in a word or two.</param>
/// <param name="Detail">The figures.</param>
/// <param name="ToDo">What to do now; null where nothing is.</param>
public sealed record StatusLine(string What, StatusTone Tone, string Word, string Detail, string? ToDo = null);
