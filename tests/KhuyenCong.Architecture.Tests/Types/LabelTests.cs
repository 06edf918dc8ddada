using System.Reflection;
using System.Text;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Types;

/// <summary>Every value of every enum that people see has a Vietnamese name.</summary>
public sealed class LabelTests
{
    /// <summary>Where nothing is wrong, nothing is said.</summary>
    private static readonly HashSet<object> Silent = [ScheduleStanding.OnTime, VndTextFault.None];

    public static TheoryData<string> Labels => [.. LabelMethods(Product.Services).Select(Name)];

    [Fact]
    public void Every_enum_of_the_domain_has_a_name_for_people() => Assert.Empty(Unnamed(
        Product.Types(Product.Domain).Where(t => t is { IsEnum: true, IsPublic: true }), LabelMethods(Product.Services)));

    [Fact]
    public void An_enum_without_a_name_is_found() => Assert.Equal([typeof(DayOfWeek)], Unnamed([typeof(DayOfWeek)], LabelMethods(Product.Services)));

    [Theory]
    [MemberData(nameof(Labels))]
    public void Every_value_has_its_own_name(string method) => Assert.Empty(Faults(LabelMethods(Product.Services).Single(m => Name(m) == method)));

    [Fact]
    public void A_missing_an_empty_and_a_doubled_name_are_found() =>
        Assert.Equal(3, Faults(typeof(LabelTests).GetMethod(nameof(Broken), BindingFlags.NonPublic | BindingFlags.Static)!).Count);

    private static string Broken(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "thứ hai",
        DayOfWeek.Tuesday => string.Empty,
        DayOfWeek.Wednesday => "thứ tư",
        DayOfWeek.Thursday => "thứ tư",
        DayOfWeek.Friday => "thứ sáu",
        DayOfWeek.Saturday => "thứ bảy",
        DayOfWeek.Sunday => throw new System.Runtime.CompilerServices.SwitchExpressionException(day),
        _ => "?",
    };

    private static List<string> Faults(MethodInfo label)
    {
        // A mark may stand for several faults; a state, a kind or a role has a name of its own.
        var mayNotRepeat = label.DeclaringType == typeof(StatusText) || label.DeclaringType == typeof(LabelTests);
        var seen = new Dictionary<string, object>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var value in Enum.GetValues(label.GetParameters()[0].ParameterType))
        {
            string? text;
            try
            {
                text = (string?)label.Invoke(null, [value]);
            }
            catch (TargetInvocationException)
            {
                text = null;
            }

            if (Silent.Contains(value)) continue;
            if (string.IsNullOrWhiteSpace(text)) faults.Add($"{value}: no name");
            else if (!text.IsNormalized(NormalizationForm.FormC)) faults.Add($"{value}: not NFC");
            else if (mayNotRepeat && !seen.TryAdd(text, value)) faults.Add($"{value}: the same name as {seen[text]}");
        }

        return faults;
    }

    private static IEnumerable<Type> Unnamed(IEnumerable<Type> shown, IEnumerable<MethodInfo> labels) =>
        shown.Except(labels.Select(m => m.GetParameters()[0].ParameterType));

    private static IEnumerable<MethodInfo> LabelMethods(Assembly assembly) => assembly.GetTypes()
        .Where(t => t.Namespace == typeof(StatusText).Namespace && t.IsPublic)
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(m => m.ReturnType == typeof(string) && m.GetParameters() is [{ ParameterType.IsEnum: true }]);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}({method.GetParameters()[0].ParameterType.Name})";
}
