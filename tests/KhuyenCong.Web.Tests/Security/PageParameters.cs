using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>The names of everything that a page reads from its address or its form, found by reflection.</summary>
internal static class PageParameters
{
    private const int Deepest = 3;

    /// <summary>Of each route the names that its page binds, those of nested objects and of items of lists included.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        Dictionary<string, IReadOnlyList<string>> found = new(StringComparer.Ordinal);
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) continue;
            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            var names = compiled.ModelTypeInfo!.GetProperties().Where(IsBound).SelectMany(p => Names(Name(p), p.PropertyType, 0))
                .Concat(compiled.HandlerMethods.SelectMany(h => h.MethodInfo.GetParameters()).Where(p => p.ParameterType != typeof(CancellationToken))
                    .SelectMany(p => Names(Name(p), p.ParameterType, 0)))
                .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            found["/" + endpoint.RoutePattern.RawText!.TrimStart('/')] = names;
        }

        return found;
    }

    private static bool IsBound(PropertyInfo property) => property.GetCustomAttributes().Any(a => a is BindPropertyAttribute or IBindingSourceMetadata and not FromServicesAttribute);

    private static string Name(PropertyInfo property) => property.GetCustomAttributes().OfType<IModelNameProvider>().Select(a => a.Name).FirstOrDefault(n => n is not null) ?? property.Name;

    private static string Name(ParameterInfo parameter) => parameter.GetCustomAttributes().OfType<IModelNameProvider>().Select(a => a.Name).FirstOrDefault(n => n is not null) ?? parameter.Name!;

    private static IEnumerable<string> Names(string name, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (depth == Deepest || type == typeof(IFormFile) || IsSimple(type)) return [name];
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments().LastOrDefault() ?? typeof(string);
            return Names(name + "[0]", item, depth + 1).Append(name);
        }

        return type.GetProperties().Where(p => p.CanWrite).SelectMany(p => Names($"{name}.{Name(p)}", p.PropertyType, depth + 1))
            .Concat(type.GetProperties().Where(p => p.CanWrite && p.GetCustomAttributes().OfType<IModelNameProvider>().Any()).Select(Name));
    }

    private static bool IsSimple(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateOnly) || type == typeof(DateTime) || type == typeof(Guid)
        || type.Namespace == "KhuyenCong.Domain.Money" || System.ComponentModel.TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));
}
