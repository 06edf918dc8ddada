namespace KhuyenCong.Domain;

/// <summary>Rows that are written once: the save door refuses to update or delete them.</summary>
public interface IAppendOnly;
