using KhuyenCong.Services.Documents;
using KhuyenCong.Web.Vi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace KhuyenCong.Web.Security;

/// <summary>What requests may say to pages, and where it is looked for.</summary>
internal static class BindingSetup
{
    public static void Configure(MvcOptions options)
    {
        ViBinding.Configure(options.ModelBindingMessageProvider);

        // More than a form may have fields: the form's own bound speaks first, with a page instead of a failure.
        options.MaxModelBindingCollectionSize = LimitSetup.MostFields + 1;

        // The address says what is acted upon; a field of the same name never overrides it.
        var address = options.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
        options.ValueProviderFactories.Remove(address);
        options.ValueProviderFactories.Insert(0, address);
        options.ModelBinderProviders.Insert(0, new KnownNames());
        options.ModelMetadataDetailsProviders.Add(new NoStreams());
        options.Filters.Add(new KnownHandlers());
    }

    /// <summary>Of an enum exactly one known name is read: no number, no list, no other case.</summary>
    private sealed class KnownNames : IModelBinderProvider, IModelBinder
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType.IsEnum ? this : null;

        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given == ValueProviderResult.None) return Task.CompletedTask;
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
            var (type, text) = (bindingContext.ModelMetadata.UnderlyingOrModelType, given.FirstValue);
            if (string.IsNullOrEmpty(text) && bindingContext.ModelMetadata.IsReferenceOrNullableType) bindingContext.Result = ModelBindingResult.Success(null);
            else if (given.Length == 1 && Enum.GetNames(type).Contains(text, StringComparer.Ordinal)) bindingContext.Result = ModelBindingResult.Success(Enum.Parse(type, text!));
            else
            {
                var message = bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueIsInvalidAccessor(text ?? string.Empty);
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, message);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>A file comes as a file: no field of a form describes one.</summary>
    private sealed class NoStreams : IBindingMetadataProvider
    {
        public void CreateBindingMetadata(BindingMetadataProviderContext context)
        {
            if (context.Key.ModelType == typeof(FileUpload)) context.BindingMetadata.IsBindingAllowed = false;
        }
    }
}
