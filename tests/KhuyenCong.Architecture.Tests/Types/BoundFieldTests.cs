using System.Reflection;
using KhuyenCong.Architecture.Tests.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Types;

/// <summary>
/// Forms are bound to requests that hold what the form may set, never to rows of the database, whose other columns could
/// then be set by adding a field to the form.
/// </summary>
public sealed class BoundFieldTests
{
    private static readonly HashSet<Type> Rows = ReadRows();

    [Fact]
    public void No_page_binds_a_row_of_the_database()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel))).ToList();
        Assert.True(pages.Count > 40);
        Assert.Empty(pages.SelectMany(BoundRows));
    }

    [Fact]
    public void A_page_that_binds_a_row_is_found() =>
        Assert.Equal(["Careless.Account", "Careless.Input", "Careless.OnPostAsync(user)"], BoundRows(typeof(Careless)).Order(StringComparer.Ordinal));

    private static HashSet<Type> ReadRows()
    {
        using var db = PortalModels.SqlServer();
        return [.. PortalModels.DesignModel(db).GetEntityTypes().Select(entity => entity.ClrType)];
    }

    private static IEnumerable<string> BoundRows(Type page)
    {
        var isWhole = page.IsDefined(typeof(BindPropertiesAttribute), inherit: true);
        foreach (var property in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var isBound = isWhole || property.GetCustomAttributes(inherit: true).Any(attribute => attribute is BindPropertyAttribute or IBindingSourceMetadata);
            if (isBound && HoldsRow(property.PropertyType, [])) yield return $"{page.Name}.{property.Name}";
        }

        foreach (var handler in page.GetMethods().Where(method => method.Name.StartsWith("On", StringComparison.Ordinal)))
        {
            foreach (var parameter in handler.GetParameters().Where(parameter => HoldsRow(parameter.ParameterType, [])))
            {
                yield return $"{page.Name}.{handler.Name}({parameter.Name})";
            }
        }
    }

    private static bool HoldsRow(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return false;
        if (Rows.Contains(type)) return true;
        if (type.HasElementType) return HoldsRow(type.GetElementType()!, seen);
        if (type.GetGenericArguments().Any(argument => HoldsRow(argument, seen))) return true;
        return type.Namespace?.StartsWith("KhuyenCong", StringComparison.Ordinal) == true && !type.IsEnum
            && type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite).Any(property => HoldsRow(property.PropertyType, seen));
    }

    private sealed record CarelessInput(KhuyenCong.Domain.Plans.Plan Plan)
    {
        public KhuyenCong.Domain.Plans.Plan Plan { get; set; } = Plan;
    }

    private sealed class Careless : PageModel
    {
        [BindProperty]
        public CarelessInput? Input { get; set; }

        [FromQuery]
        public IReadOnlyList<KhuyenCong.Data.Identity.AppUser>? Account { get; set; }

        [BindProperty]
        public string? Text { get; set; }

        public void OnPostAsync(KhuyenCong.Data.Identity.AppUser user) => Account = [user];
    }
}
