using FluentValidation;
using FluentValidation.Validators;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>What a request's validator says about one of its properties, for the form's attributes.</summary>
/// <param name="IsRequired">Must be given, always.</param>
/// <param name="MayBeRequired">Must be given under some condition.</param>
/// <param name="MaxLength">The most characters, if limited.</param>
public sealed record FieldRules(bool IsRequired, bool MayBeRequired, int? MaxLength)
{
    /// <summary>Reads the validator of the request type from the services; null when the type has none.</summary>
    public static FieldRules? Find(IServiceProvider services, Type? requestType, string? property)
    {
        if (requestType is null || property is null) return null;
        return services.GetService(typeof(IValidator<>).MakeGenericType(requestType)) is IValidator validator
            ? Of(validator, property)
            : null;
    }

    private static FieldRules Of(IValidator validator, string property)
    {
        var components = validator.CreateDescriptor().GetRulesForMember(property)
            .SelectMany(rule => rule.Components.Select(c => (c.Validator, IsConditional: rule.HasCondition || rule.HasAsyncCondition || c.HasCondition || c.HasAsyncCondition)))
            .ToList();
        var required = components.Where(c => c.Validator is INotNullValidator or INotEmptyValidator).ToList();
        var lengths = components.Where(c => !c.IsConditional).Select(c => c.Validator).OfType<ILengthValidator>().Where(v => v.Max > 0).Select(v => v.Max).ToList();
        return new(required.Any(c => !c.IsConditional), required.Count > 0, lengths.Count == 0 ? null : lengths.Min());
    }
}
