using System.Globalization;
using KhuyenCong.Services.Inbox;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages;

/// <summary>Việc của tôi: what waits for the person who signed in.</summary>
public class IndexModel(InboxService inbox) : PortalPage
{
    public InboxPage Inbox { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var result = await inbox.ReadAsync(Actor, stop);
        return Answer(result, () =>
        {
            Inbox = result.Value;
            Title = "Việc của tôi";
            return Page();
        });
    }

    /// <summary>Where an item is worked on.</summary>
    public static string Href(InboxItem item)
    {
        var id = item.Id.ToString(CultureInfo.InvariantCulture);
        return item.Kind switch
        {
            InboxKind.PlanToApprove => $"/ke-hoach/{id}/phe-duyet",
            InboxKind.AdjustmentToApprove or InboxKind.AdjustmentReturned or InboxKind.AdjustmentDraft => $"/dieu-chinh/{id}",
            InboxKind.StepToSign => $"/trinh-duyet/{id}",
            InboxKind.PlanToAppraise => $"/ke-hoach/{id}/tham-dinh",
            InboxKind.PlanReturned or InboxKind.PlanDraft => $"/ke-hoach/{id}",
            InboxKind.MoneyToValidate => "/tien/cho-duyet",
            InboxKind.MoneyRejected => $"/de-an/{id}?phan=tien",
            InboxKind.UpdateDue => $"/de-an/{id}/cap-nhat-tien-do",
            InboxKind.OfficerMissing => "/de-an?viec=can-phan-cong",
            InboxKind.AccountToConfirm => $"/quan-tri/yeu-cau/{id}",
            InboxKind.ContractMissing => "/de-an?viec=can-hop-dong",
        };
    }
}
