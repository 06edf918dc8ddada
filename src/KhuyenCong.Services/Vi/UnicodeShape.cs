using FluentValidation;
using FluentValidation.Results;
using KhuyenCong.Domain.Text.Legacy;

namespace KhuyenCong.Services.Vi;

/// <summary>What a request's own validator says, and at each field whose text is certainly no Unicode that it is none.</summary>
/// <param name="shape">The validator beside the request.</param>
public sealed class UnicodeShape<T>(IValidator<T> shape) : IValidator<T>
{
    public ValidationResult Validate(T instance) => WithTexts(shape.Validate(instance), instance);

    public ValidationResult Validate(IValidationContext context) => WithTexts(shape.Validate(context), context.InstanceToValidate);

    public async Task<ValidationResult> ValidateAsync(T instance, CancellationToken cancellation = default) =>
        WithTexts(await shape.ValidateAsync(instance, cancellation), instance);

    public async Task<ValidationResult> ValidateAsync(IValidationContext context, CancellationToken cancellation = default) =>
        WithTexts(await shape.ValidateAsync(context, cancellation), context.InstanceToValidate);

    public IValidatorDescriptor CreateDescriptor() => shape.CreateDescriptor();

    public bool CanValidateInstancesOfType(Type type) => shape.CanValidateInstancesOfType(type);

    private static ValidationResult WithTexts(ValidationResult result, object? request)
    {
        foreach (var (field, text) in TypedTexts.Of(request))
        {
            if (LegacyText.IsMojibake(text)) result.Errors.Add(new ValidationFailure(field, ViShape.OldTextMessage(text)));
        }

        return result;
    }
}
