using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using KhuyenCong.Services.Documents;

namespace KhuyenCong.Services.Vi;

/// <summary>The texts that a request carries, by the names of their fields; of requests within it too.</summary>
internal static class TypedTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    public static IEnumerable<(string Field, string Text)> Of(object? request) => request is null ? [] : Of(request, string.Empty);

    private static IEnumerable<(string Field, string Text)> Of(object request, string path)
    {
        foreach (var property in Known.GetOrAdd(request.GetType(), Properties))
        {
            var name = path + property.Name;
            switch (property.GetValue(request))
            {
                case string text:
                    yield return (name, text);
                    break;
                case IEnumerable items:
                    var at = 0;
                    foreach (var item in items)
                    {
                        if (item is not null && IsRequest(item.GetType())) foreach (var found in Of(item, $"{name}[{at}].")) yield return found;
                        at++;
                    }

                    break;
                case { } part when IsRequest(part.GetType()):
                    foreach (var found in Of(part, name + ".")) yield return found;
                    break;
            }
        }
    }

    // What is derived from other fields is no field.
    private static PropertyInfo[] Properties(Type type) => [.. type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite)];

    private static bool IsRequest(Type type) => type.IsClass && type != typeof(FileUpload) && type.Namespace?.StartsWith("KhuyenCong.Services", StringComparison.Ordinal) == true;
}
