using System.Globalization;

namespace KhuyenCong.Web.Operations;

/// <summary>Which backups of a folder are kept: the newest of each of the last days that have one, and of the last weeks.</summary>
public static class KeptCopies
{
    private const string Form = "yyyy-MM-dd-HHmmss";

    public static string NameOf(DateTime moment) => moment.ToString(Form, CultureInfo.InvariantCulture);

    /// <param name="names">Names of folders; others than backups' are left alone.</param>
    /// <param name="daily">How many days.</param>
    /// <param name="weekly">How many weeks, from Monday.</param>
    /// <returns>The names that may go. The newest backup never does.</returns>
    public static IReadOnlyList<string> NotKept(IEnumerable<string> names, int daily, int weekly)
    {
        var copies = names.Select(name => (Name: name, At: Moment(name))).Where(copy => copy.At is not null).OrderByDescending(copy => copy.At).ToList();
        var kept = copies.Take(1)
            .Concat(copies.GroupBy(copy => copy.At!.Value.Date).Take(daily).Select(day => day.First()))
            .Concat(copies.GroupBy(copy => (ISOWeek.GetYear(copy.At!.Value), ISOWeek.GetWeekOfYear(copy.At!.Value))).Take(weekly).Select(week => week.First()))
            .Select(copy => copy.Name).ToHashSet(StringComparer.Ordinal);
        return [.. copies.Select(copy => copy.Name).Where(name => !kept.Contains(name))];
    }

    private static DateTime? Moment(string name) => DateTime.TryParseExact(name, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
