using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>A row below the header, told apart.</summary>
internal sealed record AnnexLine(SheetRow Row, AnnexLineKind Kind, string? Ordinal, string? Label, CellAddress LabelCell)
{
    /// <summary>An amount stands in a column of money.</summary>
    public bool HasAmount { get; init; }

    /// <summary>Bold, or in capitals: as titles are.</summary>
    public bool IsEmphasised { get; init; }

    /// <summary>A place, a period or a beneficiary stands in it: as in the line of a project.</summary>
    public bool Describes { get; init; }

    /// <summary>The header stands again right above it.</summary>
    public bool FollowsHeader { get; init; }

    /// <summary>Its kind was chosen by a person.</summary>
    public bool IsChosen { get; init; }

    /// <summary>Begins with a dash, as what belongs to the line above.</summary>
    public bool IsDashed => Dash(Ordinal) || (Ordinal is null && Label is { Length: > 1 } label && Dash(label[..1]));

    private static bool Dash(string? text) => text is "-" or "–" or "—" or "−" or "+" or "*" or "•" or "·" or "…";
}
