namespace KhuyenCong.Services.Imports.Periods;

/// <summary>What a word or a mark in the text of a period is.</summary>
internal enum PeriodSign
{
    /// <summary>"tháng", "T" before a number.</summary>
    Month,

    /// <summary>"quý", "Q" before a number.</summary>
    Quarter,

    /// <summary>"năm" before a year.</summary>
    YearWord,

    /// <summary>One or two digits.</summary>
    Number,

    /// <summary>A numeral of a quarter.</summary>
    Roman,

    /// <summary>Four digits.</summary>
    Year,
    Slash,
    Dot,
    Dash,

    /// <summary>A comma, "và": one more follows.</summary>
    And,

    /// <summary>"từ": an end must follow.</summary>
    From,
}
