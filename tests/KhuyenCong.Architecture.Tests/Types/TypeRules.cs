using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Architecture.Tests.Types;

/// <summary>What types must be like. Each rule returns the breaches it found.</summary>
internal static class TypeRules
{
    public const int MostMethods = 8;

    private static readonly string[] BannedSuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Processor", "Info", "Dto", "DTO"];

    /// <summary>Run by the operator's commands, the start and the clock, where no person acts.</summary>
    private static readonly HashSet<string> WithoutPerson = ["AuditVerifyService", "DemoAccountsService", "HeadExportService", "OrphanSweepService"];

    /// <summary>Who and the way to cancel are arguments: Actor first, CancellationToken last, and an answer that can say why not.</summary>
    public static IEnumerable<string> UnaskedUseCase(Type service)
    {
        foreach (var method in Methods(service).Where(m => IsAsync(m.ReturnType)))
        {
            var parameters = method.GetParameters();
            var name = $"{service.Name}.{method.Name}";
            if (!WithoutPerson.Contains(service.Name) && parameters.FirstOrDefault()?.ParameterType != typeof(Actor)) yield return $"{name}: no Actor first";
            if (parameters.LastOrDefault()?.ParameterType != typeof(CancellationToken)) yield return $"{name}: no CancellationToken last";
            if (method.ReturnType == typeof(Task<bool>)) yield return $"{name}: answers yes or no, never why";
        }
    }

    public static IEnumerable<string> TooManyUseCases(Type service) =>
        Methods(service).Count() is > MostMethods and var count ? [$"{service.Name}: {count} public methods, at most {MostMethods}"] : [];

    /// <summary>Page → service → DbContext: a page never takes the second hop itself.</summary>
    public static IEnumerable<string> PageAtTheDatabase(Type page) => page.GetConstructors().Cast<MethodBase>()
        .Concat(page.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(m => m.GetParameters())
        .Where(p => IsDatabase(p.ParameterType))
        .Select(p => $"{page.FullName}: {p.ParameterType.Name} {p.Name}");

    /// <summary>Names that say nothing. Tag helpers are named by their framework.</summary>
    public static IEnumerable<string> EmptyName(Type type)
    {
        if (typeof(ITagHelper).IsAssignableFrom(type)) return [];
        var name = type.Name.Split('`')[0];
        return BannedSuffixes.Any(s => name.EndsWith(s, StringComparison.Ordinal)) ? [type.FullName!] : [];
    }

    /// <summary>A status moves only by its workflow.</summary>
    public static IEnumerable<string> OpenStatus(Type entity) => entity.GetProperties()
        .Where(p => p.PropertyType is { IsEnum: true, Name: var name } && name.EndsWith("Status", StringComparison.Ordinal))
        .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .Select(p => $"{entity.Name}.{p.Name}");

    /// <summary>Nothing below a page reads the request it serves.</summary>
    public static IEnumerable<string> KnowsTheRequest(Assembly assembly) => Read(assembly, metadata => metadata.TypeReferences
        .Select(metadata.GetTypeReference)
        .Where(t => metadata.GetString(t.Namespace).StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
            || metadata.GetString(t.Name) is "HttpContext" or "IHttpContextAccessor")
        .Select(t => $"{assembly.GetName().Name}: {metadata.GetString(t.Name)}"));

    /// <summary>Vietnamese words stand in Services/Vi and in the pages.</summary>
    public static IEnumerable<string> AccentedLiterals(Assembly assembly) => Read(assembly, metadata =>
    {
        var told = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            var text = metadata.GetUserString(handle);
            if (!text.All(char.IsAscii)) told.Add(text);
        }

        return told;
    });

    public static IEnumerable<Type> Services => Product.Types(Product.Services).Where(t => t is { IsClass: true, IsPublic: true } && t.Name.EndsWith("Service", StringComparison.Ordinal));

    public static IEnumerable<Type> Pages => Product.Types(Product.Web).Where(t => !t.IsAbstract && typeof(PageModel).IsAssignableFrom(t));

    private static IEnumerable<MethodInfo> Methods(Type service) => service
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => !m.IsSpecialName && m.GetBaseDefinition().DeclaringType == service);

    private static bool IsAsync(Type type) => typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    private static bool IsDatabase(Type type) => typeof(DbContext).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDbContextFactory<>));

    private static List<string> Read(Assembly assembly, Func<MetadataReader, IEnumerable<string>> look)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return [.. look(file.GetMetadataReader())];
    }
}
