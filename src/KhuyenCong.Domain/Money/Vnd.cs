using System.Globalization;

namespace KhuyenCong.Domain.Money;

/// <summary>An amount in whole Vietnamese đồng. Arithmetic is checked: an overflow throws.</summary>
public readonly record struct Vnd(long Dong) : IComparable<Vnd>
{
    /// <summary>Nothing.</summary>
    public static readonly Vnd Zero;

    /// <summary>An amount given in millions of đồng (triệu đồng).</summary>
    public static Vnd Million(long millions) => new(checked(millions * 1_000_000));

    /// <summary>True below zero.</summary>
    public bool IsNegative => Dong < 0;

    /// <summary>True at exactly zero.</summary>
    public bool IsZero => Dong == 0;

    /// <summary>The amount without its sign; a method, because a property of its own type would never end for a serializer.</summary>
    public Vnd Magnitude() => IsNegative ? -this : this;

    public static Vnd operator +(Vnd a, Vnd b) => new(checked(a.Dong + b.Dong));

    public static Vnd operator -(Vnd a, Vnd b) => new(checked(a.Dong - b.Dong));

    public static Vnd operator -(Vnd a) => new(checked(-a.Dong));

    public static bool operator <(Vnd a, Vnd b) => a.Dong < b.Dong;

    public static bool operator >(Vnd a, Vnd b) => a.Dong > b.Dong;

    public static bool operator <=(Vnd a, Vnd b) => a.Dong <= b.Dong;

    public static bool operator >=(Vnd a, Vnd b) => a.Dong >= b.Dong;

    /// <summary>The plain number; the cast that LINQ queries write, because <see cref="Dong"/> does not translate.</summary>
    public static explicit operator long(Vnd amount) => amount.Dong;

    public static explicit operator Vnd(long dong) => new(dong);

    public int CompareTo(Vnd other) => Dong.CompareTo(other.Dong);

    /// <summary>Plain digits, for logs and canonical texts; screens use the formats of the service layer.</summary>
    public override string ToString() => Dong.ToString(CultureInfo.InvariantCulture);
}
