namespace KhuyenCong.Data.Auditing;

/// <summary>The values of one property in the rows of an entity where another property has the value asked for.</summary>
/// <param name="Entity">The entity's class.</param>
/// <param name="Take">The property whose values are taken.</param>
/// <param name="By">The property that must have the value.</param>
public sealed record SealedDetour(Type Entity, string Take, string By);
