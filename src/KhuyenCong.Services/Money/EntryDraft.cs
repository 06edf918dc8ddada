using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Money;

/// <summary>An entry as typed in either form, its shape checked; a reversal takes its amount from what it undoes.</summary>
internal sealed record EntryDraft
{
    public required DateOnly Date { get; init; }

    public required string Voucher { get; init; }

    public required Guid FormKey { get; init; }

    public MoneyEntryKind Kind { get; private init; }

    public Vnd Amount { get; private init; }

    public int? ReversesId { get; private init; }

    public string? Note { get; private init; }

    public string? LateReason { get; private init; }

    public FileUpload? Evidence { get; private init; }

    public static EntryDraft Of(ProposeMoneyRequest request) => new()
    {
        Kind = request.Kind!.Value, Amount = ViShape.Amount(request.Amount)!.Value, Date = ViShape.Date(request.Date)!.Value,
        Voucher = VietnameseText.Clean(request.Voucher)!, Note = VietnameseText.CleanLines(request.Note),
        LateReason = VietnameseText.CleanLines(request.LateReason), Evidence = request.Evidence, FormKey = request.FormKey!.Value,
    };

    public static EntryDraft Of(ReverseMoneyRequest request) => new()
    {
        Kind = MoneyEntryKind.Reversal, ReversesId = request.EntryId, Date = ViShape.Date(request.Date)!.Value,
        Voucher = VietnameseText.Clean(request.Voucher)!, Note = VietnameseText.CleanLines(request.Reason), Evidence = request.Evidence,
        FormKey = request.FormKey!.Value,
    };

    /// <summary>The same form sent a second time: who, what, when and why are the same.</summary>
    public bool IsSaidBy(MoneyEntry entry, int? personId) =>
        (entry.Kind, entry.ReversesId, entry.Date, entry.Voucher, entry.Note, entry.LateReason, entry.ProposedById)
        == (Kind, ReversesId, Date, Voucher, Note, LateReason, personId) && (ReversesId is not null || entry.Amount == Amount);
}
