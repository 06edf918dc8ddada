namespace KhuyenCong.Services;

/// <summary>What is wrong with one field, as a sentence that says what to do.</summary>
public readonly record struct FieldError(string Field, string Message);
