using System.Runtime.CompilerServices;
using System.Text.Json;
using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Data.Auditing;

/// <summary>What of an entity the trail covers: its columns in the ordinal order of their properties' names.</summary>
public sealed class CanonicalShape
{
    // Keyed weakly by the model's own objects: a model that is gone takes its shapes along.
    private static readonly ConditionalWeakTable<IReadOnlyEntityType, CanonicalShape> Known = [];

    private readonly Dictionary<string, int> _places;

    private CanonicalShape(IReadOnlyEntityType type)
    {
        Entity = CanonicalRow.EntityName(type);
        Columns = [.. CanonicalRow.Audited(type).Select(property => new Column(property))];
        _places = Columns.Select((column, place) => (column.Property.Name, place)).ToDictionary(c => c.Name, c => c.place, StringComparer.Ordinal);
        Key = [.. type.FindPrimaryKey()!.Properties.Select(p => _places[p.Name])];
        Table = type.GetTableName()!;
        IsTrail = type.ClrType == typeof(AuditEntry);
        HasSecrets = Columns.Any(c => AuditScope.IsSecret(c.Property));
    }

    /// <summary>The entity's name as the trail writes it.</summary>
    public string Entity { get; }

    public string Table { get; }

    internal IReadOnlyList<Column> Columns { get; }

    /// <summary>Entries are sealed letter by letter, rows in Unicode's composed form.</summary>
    internal bool IsTrail { get; }

    /// <summary>Some columns stand in the trail as digests only.</summary>
    public bool HasSecrets { get; }

    /// <summary>The places of the key's columns, in the key's order.</summary>
    internal IReadOnlyList<int> Key { get; }

    public static CanonicalShape Of(IReadOnlyEntityType type) => Known.GetValue(type, static t => new CanonicalShape(t));

    /// <summary>Where a property stands; throws for one that is not there: a bug.</summary>
    internal int PlaceOf(string property) => _places[property];

    /// <summary>The properties' names in ordinal order.</summary>
    public IEnumerable<string> Properties => Columns.Select(c => c.Property.Name);

    /// <summary>Whether there is such a property, still.</summary>
    public bool Has(string property) => _places.ContainsKey(property);

    /// <summary>The text of a property's value that counts as empty, and stays out of the hash; null where that is null.</summary>
    public string? EmptyOf(string property) => _places.TryGetValue(property, out var place) ? Columns[place].Sentinel : null;

    internal sealed class Column
    {
        public Column(IReadOnlyProperty property)
        {
            Property = property;
            Name = JsonEncodedText.Encode(property.Name);
            Stored = property.GetColumnName();
            var converter = property.FindTypeMapping()?.Converter;
            ToStored = converter is null ? null : converter.ConvertToProvider;
            StoredType = Nullable.GetUnderlyingType(converter?.ProviderClrType ?? property.ClrType) ?? converter?.ProviderClrType ?? property.ClrType;
            Sentinel = CanonicalRow.Text(this, property.Sentinel);
        }

        public IReadOnlyProperty Property { get; }

        public JsonEncodedText Name { get; }

        /// <summary>The column's name in the database.</summary>
        public string Stored { get; }

        public Type StoredType { get; }

        public Func<object?, object?>? ToStored { get; }

        /// <summary>The text of the value that counts as empty; null where that is null.</summary>
        public string? Sentinel { get; }
    }
}
