using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Auditing;

/// <summary>Narrows the trail. Everything as typed; empty for all.</summary>
public sealed record AuditTrailFilter
{
    public const int PageSize = 50;

    /// <summary>The word for entries that the system itself wrote.</summary>
    public const string System = "he-thong";

    /// <summary>The entity's name.</summary>
    public string? Entity { get; init; }

    /// <summary>Its key. The rows that belong to a plan, project, decision, adjustment or account come with it.</summary>
    public string? Key { get; init; }

    /// <summary>An account's id, or <see cref="System"/>.</summary>
    public string? Person { get; init; }

    /// <summary>The first day.</summary>
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    public string? Until { get; init; }

    /// <summary>Words of the reason.</summary>
    public string? Text { get; init; }

    /// <summary>Only entries before this number: the next page.</summary>
    public long? Before { get; init; }
}

/// <summary>Errors are named after the fields of the form, which is a GET form with Vietnamese names.</summary>
public sealed class AuditTrailFilterValidator : AbstractValidator<AuditTrailFilter>
{
    public AuditTrailFilterValidator()
    {
        RuleFor(f => f.From).DateOrEmpty().OverridePropertyName("tu");
        RuleFor(f => f.Until).DateOrEmpty().OverridePropertyName("den");
        RuleFor(f => f.Until).Must((filter, _) => ViShape.Date(filter.From) is not { } from || ViShape.Date(filter.Until) is not { } until || from <= until)
            .WithMessage("«Đến ngày» không được trước «Từ ngày».").OverridePropertyName("den");
        RuleFor(f => f.Key).MaximumLength(128).WithMessage("Nhập số của đối tượng dài không quá 128 ký tự.").OverridePropertyName("khoa");
        RuleFor(f => f.Text).MaximumLength(200).WithMessage("Nhập từ cần tìm dài không quá 200 ký tự.").OverridePropertyName("ly-do");
    }
}
