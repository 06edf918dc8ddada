namespace KhuyenCong.Domain;

/// <summary>An entity that can be found by text and sorted by the Vietnamese alphabet; its keys are written on saving.</summary>
public interface ISearchable
{
    /// <summary>Everything a user may type to find it.</summary>
    string SearchSource { get; }

    /// <summary>What lists are sorted by.</summary>
    string SortSource { get; }
}
