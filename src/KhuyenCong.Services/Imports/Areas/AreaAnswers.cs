using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>What a form answers to an area that it cannot read.</summary>
internal static class AreaAnswers
{
    /// <summary>Null when the text is understood, or empty.</summary>
    public static Failure? WhyNot(AreaReading reading, string? text, string field)
    {
        if (reading.IsUnderstood || reading.Kind == AreaReadingKind.Missing) return null;
        var names = string.Join("; ", reading.Candidates.Take(5).Select(AreaTexts.Of));
        var message = (reading.Kind, names) switch
        {
            (AreaReadingKind.Doubtful, _) => $"«{text}» có thể là nhiều nơi: {names}. Ghi rõ huyện hoặc xã.",
            (_, "") => $"Không có địa bàn «{text}»; ghi tên huyện, xã hoặc «{AreaTexts.WholeProvince}».",
            _ => $"Không có địa bàn «{text}»; có phải: {names}?",
        };
        return Failure.Invalid(field, message);
    }
}
