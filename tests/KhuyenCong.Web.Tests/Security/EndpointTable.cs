using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>Every address that the portal answers, files of the page's own dress aside.</summary>
internal static class EndpointTable
{
    private static readonly string[] FileFolders = ["css/", "js/", "mau/", "Identity/", "favicon", "_framework/", "_content/"];

    /// <summary>The rows in the order of their addresses.</summary>
    public static async Task<IReadOnlyList<EndpointLine>> ReadAsync(IServiceProvider services)
    {
        var pages = services.GetRequiredService<PageLoader>();
        var lines = new List<EndpointLine>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + (endpoint.RoutePattern.RawText ?? string.Empty).TrimStart('/');
            if (FileFolders.Any(folder => route.StartsWith("/" + folder, StringComparison.OrdinalIgnoreCase))) continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                lines.Add(new EndpointLine(route, Methods(endpoint), Access(endpoint.Metadata)));
                continue;
            }

            // A page's own attributes are known only once it is compiled.
            var compiled = await pages.LoadAsync(page, endpoint.Metadata);
            lines.Add(new EndpointLine(route, Methods(compiled), Access(compiled.Endpoint?.Metadata ?? new EndpointMetadataCollection(compiled.EndpointMetadata ?? []))));
        }

        return [.. lines.Distinct().OrderBy(l => l.Route, StringComparer.Ordinal).ThenBy(l => l.Methods, StringComparer.Ordinal)];
    }

    /// <summary>The table as the approved file holds it.</summary>
    public static string Render(IEnumerable<EndpointLine> lines) => string.Concat(lines.Select(l => $"{l.Route} | {l.Methods} | {l.Access}\n"));

    private static string Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods.Count: > 0 } named ? string.Join(' ', named.HttpMethods.Order(StringComparer.Ordinal)) : "*";

    // A page without a handler is shown all the same.
    private static string Methods(CompiledPageActionDescriptor page) => string.Join(' ', page.HandlerMethods
        .Select(h => h.Name is null ? h.HttpMethod.ToUpperInvariant() : $"{h.HttpMethod.ToUpperInvariant()}:{h.Name}")
        .DefaultIfEmpty("GET").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Access(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAllowAnonymous>() is not null) return "anyone";
        var policies = metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy ?? "signed in").Distinct(StringComparer.Ordinal).ToList();
        return policies.Count == 0 ? "signed in (fallback)" : string.Join(" and ", policies);
    }
}
