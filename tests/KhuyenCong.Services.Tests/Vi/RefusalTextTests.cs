using System.Reflection;
using System.Runtime.CompilerServices;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class RefusalTextTests
{
    public static TheoryData<Type> EveryRefusal() =>
        [.. typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract)];

    [Theory]
    [MemberData(nameof(EveryRefusal))]
    public void Every_refusal_has_a_sentence_of_its_own(Type type)
    {
        var sentence = RefusalText.Of(Sample(type));
        Assert.Matches(@"^\S.*\.$", sentence);
        Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(type.Name, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_refusals_share_a_sentence()
    {
        var sentences = EveryRefusal().Select(row => RefusalText.Of(Sample(row.Data))).ToList();
        Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
        Assert.True(sentences.Count >= 40, "The refusals were not found.");
    }

    [Fact]
    public void A_refusal_without_a_sentence_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RefusalText.Of(new Unheard()));

    [Fact]
    public void Over_the_limit_of_a_contract_names_every_amount() => Assert.Equal(
        "Không thể tạm ứng 60.000.000\u00A0đ: còn lại của đề án là 45.000.000\u00A0đ (giới hạn theo hợp đồng 150.000.000\u00A0đ, đã giải ngân 105.000.000\u00A0đ, đang chờ duyệt 0\u00A0đ).",
        RefusalText.Of(new MoneyRefusals.OverLimit(
            MoneyEntryKind.Advance, Vnd.Million(60), Vnd.Million(45), Vnd.Million(150), LimitBasis.Contract, Vnd.Million(105), Vnd.Zero)));

    [Fact]
    public void Over_the_limit_without_a_contract_names_the_approved_support() => Assert.Equal(
        "Không thể thanh toán 60.000.000\u00A0đ: còn lại của đề án là 25.000.000\u00A0đ (hỗ trợ được duyệt 150.000.000\u00A0đ, đã giải ngân 105.000.000\u00A0đ, đang chờ duyệt 20.000.000\u00A0đ).",
        RefusalText.Of(new MoneyRefusals.OverLimit(
            MoneyEntryKind.Payment, Vnd.Million(60), Vnd.Million(25), Vnd.Million(150), LimitBasis.Support, Vnd.Million(105), Vnd.Million(20))));

    [Fact]
    public void Over_what_was_accepted_names_the_acceptance() => Assert.Equal(
        "Không thể thanh toán 30.000.000\u00A0đ: còn lại của đề án là 20.000.000\u00A0đ (kinh phí được nghiệm thu 80.000.000\u00A0đ, đã giải ngân 60.000.000\u00A0đ, đang chờ duyệt 0\u00A0đ).",
        RefusalText.Of(new MoneyRefusals.OverLimit(
            MoneyEntryKind.Payment, Vnd.Million(30), Vnd.Million(20), Vnd.Million(80), LimitBasis.Acceptance, Vnd.Million(60), Vnd.Zero)));

    [Theory]
    [InlineData(0, "Không thể nghiệm thu 100\u00A0đ: đã giải ngân 80.000.000\u00A0đ. Thu hồi 79.999.900\u00A0đ trước, hoặc nhập số tiền không dưới 80.000.000\u00A0đ.")]
    [InlineData(5, "Không thể nghiệm thu 100\u00A0đ: đã giải ngân 80.000.000\u00A0đ, đang chờ duyệt 5.000.000\u00A0đ. Thu hồi hoặc từ chối đề nghị chi 84.999.900\u00A0đ trước, hoặc nhập số tiền không dưới 85.000.000\u00A0đ.")]
    public void An_acceptance_below_what_is_out_says_what_is_to_be_done(long pending, string sentence) =>
        Assert.Equal(sentence, RefusalText.Of(new MoneyRefusals.AcceptedBelowSpent(new Vnd(100), Vnd.Million(80), Vnd.Million(pending))));

    [Fact]
    public void A_lowering_below_what_is_allocated_speaks_of_lowering() => Assert.StartsWith(
        "Không thể giảm dự toán 7.000.000.000\u00A0đ: ", RefusalText.Of(new MoneyRefusals.AllotmentBelowAllocated(Vnd.Million(-7_000), Vnd.Million(8_000), Vnd.Million(7_550))), StringComparison.Ordinal);

    [Fact]
    public void A_clearing_beyond_what_is_open_names_each_amount_once() => Assert.Equal(
        "Không thể thanh toán tạm ứng 50\u00A0đ: chỉ còn được thanh toán 30\u00A0đ (tạm ứng chưa thanh toán 40\u00A0đ, đang chờ duyệt 10\u00A0đ).",
        RefusalText.Of(new MoneyRefusals.ClearingBeyondAdvance(new Vnd(50), new Vnd(40), new Vnd(10))));

    [Fact]
    public void Over_the_allotment_names_every_amount() => Assert.Equal(
        "Không thể phê duyệt 910.000.000\u00A0đ từ nguồn KCĐP: chưa phân bổ năm 2024 chỉ còn 450.000.000\u00A0đ (được giao 8.000.000.000\u00A0đ, đã phân bổ 7.550.000.000\u00A0đ).",
        RefusalText.Of(new PlanRefusals.OverAllotment(
            2024, FundingSource.Local, Vnd.Million(910), Vnd.Million(450), Vnd.Million(8_000), Vnd.Million(7_550))));

    [Fact]
    public void A_wrong_status_says_in_which_status_it_would_be_possible() => Assert.Equal(
        "Không thể trình kế hoạch đang ở tình trạng «Đã phê duyệt»; chỉ trình được khi kế hoạch ở tình trạng «Dự thảo» hoặc «Trả lại».",
        RefusalText.Of(new PlanRefusals.WrongStatus(PlanAction.Submit, PlanStatus.Approved)));

    [Fact]
    public void A_recovery_says_the_most_that_can_be_recovered() => Assert.Contains(
        "nhiều nhất 30.000.000\u00A0đ",
        RefusalText.Of(new MoneyRefusals.RecoveryBeyondPosted(Vnd.Million(50), Vnd.Million(40), Vnd.Million(10))), StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "ghi sổ")]
    [InlineData(false, "từ chối")]
    public void An_entry_already_decided_says_how(bool posted, string word) => Assert.Contains(
        word, RefusalText.Of(new MoneyRefusals.AlreadyDecided(posted, "Lê C.")), StringComparison.Ordinal);

    [Fact]
    public void Several_refusals_keep_their_order() => Assert.Equal(
        [RefusalText.Of(new PlanRefusals.ReasonMissing()), RefusalText.Of(new PlanRefusals.NoProjects())],
        RefusalText.Of([new PlanRefusals.ReasonMissing(), new PlanRefusals.NoProjects()]));

    // Every parameter of a refusal is given something that reads well enough in a sentence.
    private static Refusal Sample(Type type)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type);
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
    }

    private static object Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "Máy sấy",
        var t when t == typeof(DateOnly) => new DateOnly(2024, 2, 5),
        var t when t == typeof(Tranche) => Tranche.Numbered(1),
        var t => RuntimeHelpers.GetUninitializedObject(t),
    };

    private sealed record Unheard : Refusal;
}
