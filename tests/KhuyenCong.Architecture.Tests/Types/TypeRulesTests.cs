using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Types;

public sealed class TypeRulesTests
{
    [Fact]
    public void Every_use_case_takes_its_actor_first_and_its_cancellation_last() => Assert.Empty(TypeRules.Services.SelectMany(TypeRules.UnaskedUseCase));

    [Fact]
    public void There_are_services_to_look_at() => Assert.True(TypeRules.Services.Count() > 15);

    [Fact]
    public void A_use_case_without_actor_cancellation_or_reason_is_found() => Assert.Equal(
        ["CarelessService.WhoAsync: no Actor first", "CarelessService.ForeverAsync: no CancellationToken last", "CarelessService.TrueAsync: answers yes or no, never why"],
        TypeRules.UnaskedUseCase(typeof(CarelessService)));

    [Fact]
    public void Services_hold_few_use_cases() => Assert.Empty(TypeRules.Services.SelectMany(TypeRules.TooManyUseCases));

    [Fact]
    public void A_service_of_nine_methods_is_found() => Assert.Single(TypeRules.TooManyUseCases(typeof(CrowdedService)));

    [Fact]
    public void Pages_never_reach_for_the_database() => Assert.Empty(TypeRules.Pages.SelectMany(TypeRules.PageAtTheDatabase));

    [Fact]
    public void There_are_pages_to_look_at() => Assert.True(TypeRules.Pages.Count() > 8);

    [Fact]
    public void A_page_that_reaches_for_the_database_is_found()
    {
        Assert.Single(TypeRules.PageAtTheDatabase(typeof(GreedyPage)));
        Assert.Single(TypeRules.PageAtTheDatabase(typeof(SlyPage)));
        Assert.Single(TypeRules.PageAtTheDatabase(typeof(FactoryPage)));
    }

    [Fact]
    public void Types_are_named_for_what_they_are() => Assert.Empty(Product.Types(Product.All).SelectMany(TypeRules.EmptyName));

    [Theory]
    [InlineData(typeof(PlanManager))]
    [InlineData(typeof(MoneyHelper))]
    [InlineData(typeof(PlanDto))]
    [InlineData(typeof(ListUtil<int>))]
    public void A_type_named_for_nothing_is_found(Type type) => Assert.Single(TypeRules.EmptyName(type));

    [Fact]
    public void A_status_has_no_public_setter() => Assert.Empty(Product.Types(Product.Domain).SelectMany(TypeRules.OpenStatus));

    [Fact]
    public void A_public_status_setter_is_found_and_an_initialiser_is_not() => Assert.Equal(["OpenPlan.Status"], TypeRules.OpenStatus(typeof(OpenPlan)));

    [Fact]
    public void Nothing_below_a_page_knows_the_request() => Assert.Empty(Product.BelowWeb.SelectMany(TypeRules.KnowsTheRequest));

    [Fact]
    public void An_assembly_that_knows_the_request_is_found()
    {
        Assert.NotEmpty(TypeRules.KnowsTheRequest(Product.Web));
        Assert.Contains(TypeRules.KnowsTheRequest(typeof(TypeRulesTests).Assembly), told => told.EndsWith(": HttpContext", StringComparison.Ordinal));
    }

    [Fact]
    public void The_domain_speaks_no_Vietnamese() => Assert.Empty(TypeRules.AccentedLiterals(Product.Domain));

    [Fact]
    public void An_accented_literal_is_found() => Assert.Contains("đề án", TypeRules.AccentedLiterals(typeof(TypeRulesTests).Assembly));

    private abstract class CarelessService
    {
        public abstract Task<Result> WhoAsync(int id, CancellationToken stop);

        public abstract Task<Result> ForeverAsync(Actor actor);

        public abstract Task<bool> TrueAsync(Actor actor, CancellationToken stop);

        public abstract Task<Result> RightAsync(Actor actor, CancellationToken stop);

        public abstract int Count();
    }

    private abstract class CrowdedService
    {
        public abstract void A();

        public abstract void B();

        public abstract void C();

        public abstract void D();

        public abstract void E();

        public abstract void F();

        public abstract void G();

        public abstract void H();

        public abstract void I();
    }

    private sealed class GreedyPage(AppDbContext db) : PageModel
    {
        public override string ToString() => db.ToString() + HttpContext;
    }

    private sealed class SlyPage : PageModel
    {
        public HttpContext? Seen { get; private set; }

        public void OnGet(AppDbContext db) => Seen = db is null ? null : HttpContext;
    }

    private sealed class FactoryPage(IDbContextFactory<AppDbContext> databases) : PageModel
    {
        public override string ToString() => databases.ToString() + HttpContext;
    }

    private sealed class PlanManager;

    private sealed class MoneyHelper;

    private sealed class PlanDto;

    private sealed class ListUtil<T>;

    private sealed class OpenPlan
    {
        public PlanStatus Status { get; set; }

        public PlanStatus From { get; init; }

        public PlanStatus To { get; private set; }

        public override string ToString() => "đề án";
    }
}
