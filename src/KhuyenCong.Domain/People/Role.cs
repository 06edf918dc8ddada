namespace KhuyenCong.Domain.People;

/// <summary>The roles of the portal; their Vietnamese titles are in Services/Vi.</summary>
public enum Role
{
    Leader,
    DivisionHead,
    Division,
    Accountant,
    CentreManager,
    Officer,
    Manager,
    Administrator,
}
