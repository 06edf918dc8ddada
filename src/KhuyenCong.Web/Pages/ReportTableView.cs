using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Web.Pages;

/// <summary>A report table for the screen.</summary>
/// <param name="Table">The same table that the files hold.</param>
/// <param name="Unit">The unit its amounts are shown in.</param>
/// <param name="Number">Its place on the page, from 1.</param>
public sealed record ReportTableView(ReportTable Table, AmountUnit Unit, int Number);
