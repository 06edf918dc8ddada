using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace KhuyenCong.Web.Vi;

/// <summary>Model binding's own messages.</summary>
internal static class ViBinding
{
    public static void Configure(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"Giá trị «{value}» không hợp lệ.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Nhập giá trị này.");
        messages.SetMissingKeyOrValueAccessor(() => "Nhập giá trị này.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Yêu cầu không có nội dung.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Giá trị «{value}» không hợp lệ.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị không hợp lệ.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Nhập một số.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Giá trị không hợp lệ.");
        messages.SetValueIsInvalidAccessor(value => $"Giá trị «{value}» không hợp lệ.");
        messages.SetValueMustBeANumberAccessor(_ => "Nhập một số.");
        messages.SetValueMustNotBeNullAccessor(_ => "Nhập giá trị này.");
    }
}
