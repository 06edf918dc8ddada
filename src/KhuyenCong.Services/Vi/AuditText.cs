using System.Globalization;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Services.Auditing;

namespace KhuyenCong.Services.Vi;

/// <summary>Words of the trail.</summary>
public static class AuditText
{
    /// <summary>What was done to a row: "Sửa".</summary>
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.Added => "Thêm",
        AuditAction.Changed => "Sửa",
        AuditAction.Deleted => "Xóa",
    };

    /// <summary>What does not agree with the trail.</summary>
    public static string Of(IntegrityAlarmKind kind) => kind switch
    {
        IntegrityAlarmKind.RowChanged => "Dòng dữ liệu bị sửa ngoài cổng",
        IntegrityAlarmKind.RowMissing => "Dòng dữ liệu bị xóa ngoài cổng",
        IntegrityAlarmKind.RowExtra => "Dòng dữ liệu được thêm ngoài cổng",
    };

    /// <summary>When a head was exported, from its file's name: "15/11/2024 09:00"; of old files the day.</summary>
    public static string OfHead(string name)
    {
        if (DateTime.TryParseExact(name, "yyyy-MM-ddTHHmmssfff", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
        return ViDates.TryReadDate(name, out var day) ? ViDates.Day(day) : name;
    }

    /// <summary>What the machine calls a thing by, in words: the row that holds a person's authenticator key has no name of its own.</summary>
    public static string InWords(string text) => text
        .Replace("/[AspNetUserStore]/AuthenticatorKey", ", khóa của ứng dụng xác thực", StringComparison.Ordinal)
        .Replace("[AspNetUserStore]", "cổng", StringComparison.Ordinal).Replace("AuthenticatorKey", "khóa của ứng dụng xác thực", StringComparison.Ordinal);

    /// <summary>A changed field in one line: "Kinh phí hỗ trợ: 150.000.000 đ → 120.000.000 đ".</summary>
    public static string Of(AuditAction action, AuditTrailField field) => action switch
    {
        AuditAction.Added => InWords($"{field.Label}: {field.After}"),
        AuditAction.Deleted => InWords($"{field.Label}: {field.Before}"),
        AuditAction.Changed => InWords($"{field.Label}: {field.Before ?? "(trống)"} → {field.After ?? "(trống)"}"),
    };
}
