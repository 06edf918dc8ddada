using FluentValidation;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Plans;

/// <summary>Opinions on the projects of a plan, as typed; a project without a choice keeps what it had.</summary>
public sealed record AppraisalRequest
{
    /// <summary>The plan's version that the form was filled from.</summary>
    public int Version { get; init; }

    /// <summary>A form's rows are filled into the list that stands here, so it must take them: an empty array would not.</summary>
    public IReadOnlyList<OpinionRequest> Opinions { get; init; } = new List<OpinionRequest>();

    /// <summary>Gives «đạt» to every project that has no opinion of this round yet.</summary>
    public bool PassRest { get; init; }
}

/// <summary>One opinion.</summary>
public sealed record OpinionRequest
{
    public int ProjectId { get; init; }

    public AppraisalVerdict? Verdict { get; init; }

    public string? Note { get; init; }
}

/// <summary>Shape only: an opinion that is not «đạt» says why.</summary>
public sealed class AppraisalRequestValidator : AbstractValidator<AppraisalRequest>
{
    public AppraisalRequestValidator() => RuleForEach(r => r.Opinions).ChildRules(opinion =>
    {
        opinion.RuleFor(o => o.Note).NotEmpty().When(o => o.Verdict is AppraisalVerdict.NeedsChange or AppraisalVerdict.Failed)
            .WithMessage("Ghi rõ vì sao đề án chưa đạt hoặc cần chỉnh sửa.");
        opinion.RuleFor(o => o.Note).MaximumLength(2000).WithMessage("Ghi chú dài không quá 2.000 ký tự.");
    });
}
