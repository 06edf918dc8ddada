using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>A named part of an area text.</summary>
/// <param name="Type">The type written in front, or inherited from the part before.</param>
/// <param name="Inherited">Whether the type stands before an earlier part.</param>
/// <param name="Name">The folded name without its type; empty for a type without a name.</param>
/// <param name="Written">The part as written.</param>
internal sealed record AreaPart(UnitType? Type, bool Inherited, string Name, string Written)
{
    /// <summary>"Các xã", "02 xã": several of this type follow.</summary>
    public bool IsListed { get; init; }

    /// <summary>After "và" or ";": a place of its own, not what the one before lies in.</summary>
    public bool IsApart { get; init; }

    /// <summary>Begins as a hamlet, a street or an industrial park does, without a type of its own.</summary>
    public bool LooksBelow { get; init; }

    public bool HasOwnType => Type is not null && !Inherited;

    public UnitLevel? Level => Type is { } type ? AreaText.LevelOf(type) : null;
}
