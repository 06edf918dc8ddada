namespace KhuyenCong.Services.People;

/// <summary>An officer of the Centre who can be assigned.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Full name.</param>
/// <param name="Projects">How many unfinished projects the officer follows now.</param>
public sealed record OfficerChoice(int Id, string Name, int Projects);
