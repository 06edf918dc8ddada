namespace KhuyenCong.Data.Reference;

/// <summary>A line of organisations.csv.</summary>
/// <param name="Code">Short code, also part of document symbols.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">For tables.</param>
/// <param name="Kind">Department, Centre, PeoplesCommittee or Ministry.</param>
public sealed record OrganisationRow(string Code, string Name, string ShortName, string Kind);
