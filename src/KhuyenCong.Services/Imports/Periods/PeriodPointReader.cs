namespace KhuyenCong.Services.Imports.Periods;

/// <summary>Reads words and marks into the points of a period: ranges, of which several may stand side by side.</summary>
internal sealed class PeriodPointReader(List<PeriodToken> tokens)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private int _at;

    public static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>Each item of the list as its one or two points; null when the text has another form.</summary>
    public List<List<PeriodPoint>>? Read()
    {
        var items = new List<List<PeriodPoint>>();
        do
        {
            var isOpen = Take(PeriodSign.From);
            if (Point() is not { } start) return null;
            List<PeriodPoint> item = [start];
            if (Take(PeriodSign.Dash))
            {
                if (Point() is not { } end) return null;
                item.Add(end);
            }
            else if (isOpen)
            {
                // "Từ tháng 5/2024" begins there; when it ends is not said.
                return null;
            }

            items.Add(item);
            if (item.Exists(p => p.IsDuration)) return items;
        }
        while (Take(PeriodSign.And));
        return _at == tokens.Count ? items : null;
    }

    private PeriodPoint? Point()
    {
        if (Is(0, PeriodSign.YearWord) && Is(1, PeriodSign.Year)) _at++;
        if (Is(0, PeriodSign.Year)) return Year() is { } year ? new PeriodPoint(PeriodKind.Year, 0) { Year = year } : null;
        var kind = Take(PeriodSign.Quarter) ? PeriodKind.Quarter : Take(PeriodSign.Month) ? PeriodKind.Month : PeriodKind.Unwritten;
        if (kind == PeriodKind.Unwritten && Day() is { } day) return day;
        if (kind == PeriodKind.Unwritten && Is(0, PeriodSign.Number) && Is(1, PeriodSign.Month) && !Is(2, PeriodSign.Number))
        {
            return new PeriodPoint(PeriodKind.Month, tokens[_at].Value) { IsDuration = true };
        }

        var isRoman = Is(0, PeriodSign.Roman);
        if (!isRoman && !Is(0, PeriodSign.Number)) return null;
        var point = new PeriodPoint(kind, tokens[_at++].Value) { IsRoman = isRoman };
        return WithYear(point, dashes: true);
    }

    /// <summary>"15/5/2024", "15.5.2024", "15/5", "15 tháng 5 năm 2024".</summary>
    private PeriodPoint? Day()
    {
        if (!Is(0, PeriodSign.Number) || !Is(2, PeriodSign.Number)) return null;
        var sign = tokens[_at + 1].Sign;
        if (sign is not (PeriodSign.Slash or PeriodSign.Dot or PeriodSign.Month)) return null;
        var day = new PeriodPoint(PeriodKind.Day, tokens[_at + 2].Value) { Day = tokens[_at].Value };
        _at += 3;
        if (sign == PeriodSign.Month) return WithYear(day, dashes: false);
        if (!Is(0, sign)) return day;
        _at++;
        return Year() is { } year ? day with { Year = year } : null;
    }

    /// <summary>With the year that follows, if one does; null when what follows is no year of our time.</summary>
    private PeriodPoint? WithYear(PeriodPoint point, bool dashes)
    {
        var length = LengthOfYearSigns(dashes);
        if (length < 0) return point;
        var afterDash = Is(0, PeriodSign.Dash);
        _at += length;
        return Year() is { } year ? point with { Year = year, YearAfterDash = afterDash } : null;
    }

    /// <summary>The marks before a year ("/", ", năm", nothing); -1 where no year follows.</summary>
    private int LengthOfYearSigns(bool dashes)
    {
        var length = Is(0, PeriodSign.Slash) || Is(0, PeriodSign.Dot) || Is(0, PeriodSign.And) || (dashes && Is(0, PeriodSign.Dash)) ? 1 : 0;
        if (Is(length, PeriodSign.YearWord)) length++;
        // "Tháng 5 - năm 2024" is no way to write a month; a range may end with a year.
        if (length == 2 && Is(0, PeriodSign.Dash)) return -1;
        return Is(length, PeriodSign.Year) ? length : -1;
    }

    private int? Year() => Is(0, PeriodSign.Year) && tokens[_at++].Value is var year && IsYear(year) ? year : null;

    private bool Is(int ahead, PeriodSign sign) => _at + ahead < tokens.Count && tokens[_at + ahead].Sign == sign;

    private bool Take(PeriodSign sign)
    {
        if (!Is(0, sign)) return false;
        _at++;
        return true;
    }
}
