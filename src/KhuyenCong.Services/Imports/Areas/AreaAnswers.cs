using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>What a form answers to an area that it cannot read.</summary>
internal static class AreaAnswers
{
    /// <summary>Null when all of the text is understood, or empty: what a form does not store may not vanish.</summary>
    public static Failure? WhyNot(AreaReading reading, string? text, string field)
    {
        if (reading is { IsUnderstood: true, Below: { } below })
        {
            return Failure.Invalid(field, $"Địa bàn chỉ ghi đến xã, phường; bỏ «{below}» và ghi vào mục tiêu, quy mô nếu cần.");
        }

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
