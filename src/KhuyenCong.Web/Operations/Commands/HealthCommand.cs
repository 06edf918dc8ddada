namespace KhuyenCong.Web.Operations.Commands;

/// <summary>Asks a running portal whether it is ready: the container's health check.</summary>
internal static class HealthCommand
{
    public static async Task<int> RunAsync(string[] options)
    {
        var url = options is ["--url", var given] ? given : "http://localhost:8080";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri(new Uri(url), "/healthz/ready"));
            Console.WriteLine(answer.IsSuccessStatusCode ? "Sẵn sàng." : $"Chưa sẵn sàng: {(int)answer.StatusCode}.");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            Console.Error.WriteLine("Cổng không trả lời: " + failure.Message);
            return 1;
        }
    }
}
