using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Data.Identity;

/// <summary>A role row; its name is one of <see cref="Domain.People.Role"/>.</summary>
public class AppRole : IdentityRole<int>
{
    /// <summary>Whoever holds the role signs in with a second factor.</summary>
    public bool RequiresSecondFactor { get; set; }
}
