using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using KhuyenCong.Web.Operations.Scanning;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>Listens as clamd does, and answers what the test says; keeps what was sent to be scanned.</summary>
public sealed class FakeClamd : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;
    private readonly string? _path;

    private FakeClamd(Socket listener, EndPoint place, string? path)
    {
        _listener = listener;
        _path = path;
        listener.Bind(place);
        listener.Listen();
        _work = ListenAsync();
    }

    /// <summary>Written after a file as it stands; null for silence.</summary>
    public string? Answer { get; set; } = "stream: OK\0";

    public string? Version { get; set; } = "ClamAV 1.4.3/27500/Mon Jan  5 2026\0";

    public TimeSpan Delay { get; set; }

    /// <summary>Hangs up after this many bytes of a file.</summary>
    public int? HangUpAfter { get; set; }

    public List<byte[]> Files { get; } = [];

    public string Address => _path is null ? "127.0.0.1:" + ((IPEndPoint)_listener.LocalEndPoint!).Port : "unix:" + _path;

    public ClamdSettings Settings => new(_path is null ? _listener.LocalEndPoint! : new UnixDomainSocketEndPoint(_path));

    public static FakeClamd OverTcp() => new(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp), new IPEndPoint(IPAddress.Loopback, 0), null);

    public static FakeClamd OverUnix()
    {
        var path = Path.Combine(Path.GetTempPath(), $"kc-{Guid.NewGuid():N}.sock");
        return new FakeClamd(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(path), path);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _work;
        _end.Dispose();
        if (_path is not null) File.Delete(_path);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptAsync(_end.Token);
                await using var stream = new NetworkStream(client);
                await AnswerAsync(stream);
            }
        }
        catch (Exception failure) when (_end.IsCancellationRequested && failure is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            var answer = await CommandAsync(stream) switch
            {
                "zVERSION" => Version,
                "zINSTREAM" => await FileAsync(stream) ? Answer : string.Empty,
                _ => "UNKNOWN COMMAND\0",
            };
            await Task.Delay(Delay, _end.Token);

            // A silent one holds the line until the portal hangs up.
            if (answer is null) _ = await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, _end.Token);
            else await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _end.Token);
        }
        catch (IOException)
        {
            // The portal hung up.
        }
    }

    private async Task<string> CommandAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var letter = new byte[1];
        while (await stream.ReadAsync(letter, _end.Token) == 1 && letter[0] != 0) text.Append((char)letter[0]);
        return text.ToString();
    }

    // False where it hangs up in between.
    private async Task<bool> FileAsync(NetworkStream stream)
    {
        using var file = new MemoryStream();
        var length = new byte[sizeof(uint)];
        while (true)
        {
            await stream.ReadExactlyAsync(length, _end.Token);
            var chunk = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
            if (chunk.Length == 0) break;
            await stream.ReadExactlyAsync(chunk, _end.Token);
            file.Write(chunk);
            if (file.Length >= HangUpAfter) return false;
        }

        Files.Add(file.ToArray());
        return true;
    }
}
