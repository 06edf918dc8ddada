namespace KhuyenCong.Web.Operations;

/// <summary>
/// Reads secrets from a folder that a secrets manager fills in: Docker's and Kubernetes' secrets, or systemd's encrypted
/// credentials. A file named ConnectionStrings__KhuyenCong or Audit__Key holds that key's value, so that no secret stands
/// in a file of settings, in the environment, which child processes inherit, or on a command line.
/// </summary>
public static class SecretFiles
{
    /// <summary>Where systemd puts the credentials of a service; set for it alone.</summary>
    public const string SystemdFolder = "CREDENTIALS_DIRECTORY";

    /// <summary>Secrets win over every other source of the same key.</summary>
    /// <exception cref="StartException">The folder that was named is not there: the start stops.</exception>
    public static void AddPortalSecrets(this WebApplicationBuilder builder) =>
        Read(builder.Configuration, Environment.GetEnvironmentVariable(SystemdFolder));

    /// <summary>As <see cref="AddPortalSecrets"/>, with the folder that systemd names.</summary>
    public static void Read(ConfigurationManager configuration, string? systemd)
    {
        var named = configuration["Secrets:Folder"];
        var folder = string.IsNullOrWhiteSpace(named) ? systemd : named;
        if (string.IsNullOrWhiteSpace(folder)) return;
        if (!Directory.Exists(folder)) throw new StartException($"không có thư mục bí mật «{folder}» (Secrets:Folder).");
        configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
    }
}
