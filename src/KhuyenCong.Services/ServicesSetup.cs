using FluentValidation;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Settings;
using KhuyenCong.Services.Vi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KhuyenCong.Services;

/// <summary>Registers the service layer.</summary>
public static class ServicesSetup
{
    /// <summary>
    /// Registers the service of each use case (a class whose name ends in Service, scoped, without an interface) and
    /// the validators beside the request records. Expects AppDbContext, its factory and TimeProvider.
    /// </summary>
    public static IServiceCollection AddPortalServices(this IServiceCollection services)
    {
        foreach (var type in typeof(ServicesSetup).Assembly.GetTypes())
        {
            if (type is { IsClass: true, IsAbstract: false, IsPublic: true } && type.Name.EndsWith("Service", StringComparison.Ordinal)) services.AddScoped(type);
        }

        services.TryAddSingleton<IFileScanner, NoScanner>();
        services.AddScoped<DocumentIntake>();
        services.AddScoped<DecisionMaking>();
        services.AddSingleton<VerificationTurn>();
        services.TryAddSingleton(new DoorClock(TimeProvider.System));
        services.AddSingleton<SecretBox>();
        services.AddSingleton<TryLimits>();
        services.TryAddSingleton(new StepUpRules());
        services.TryAddSingleton(DelegationLimits.Usual);
        return services.AddValidatorsFromAssemblyContaining<Result>(ServiceLifetime.Singleton).LookForOldText();
    }

    // Around every validator, so that no new request can forget it. Who searches may search for anything, and a password is anything.
    private static IServiceCollection LookForOldText(this IServiceCollection services)
    {
        for (var at = 0; at < services.Count; at++)
        {
            if (services[at] is not { ServiceType: { IsGenericType: true } type, ImplementationType: { } shape } || type.GetGenericTypeDefinition() != typeof(IValidator<>)) continue;
            var request = type.GetGenericArguments()[0];
            if (request.Name.EndsWith("Filter", StringComparison.Ordinal) || request == typeof(NewPassword) || request == typeof(PasswordChange)) continue;
            var around = typeof(UnicodeShape<>).MakeGenericType(request);
            services[at] = ServiceDescriptor.Singleton(type, provider => ActivatorUtilities.CreateInstance(provider, around, provider.GetRequiredService(shape)));
        }

        return services;
    }
}
