using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace KhuyenCong.Web.Operations.Scanning;

/// <summary>Speaks with clamd: one command and one answer a connection, each ending in a zero byte.</summary>
internal sealed class ClamdConnection : IDisposable
{
    private const int ChunkLength = 64 * 1024;
    private const int LongestAnswer = 1024;

    private readonly Socket _socket;

    private ClamdConnection(Socket socket) => _socket = socket;

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<ClamdConnection> OpenAsync(ClamdSettings settings, CancellationToken stop)
    {
        var isUnix = settings.Place.AddressFamily == AddressFamily.Unix;
        var socket = isUnix ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(settings.Place, stop);
            return new ClamdConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends the content in chunks, each behind its length, and an empty one as the end.</summary>
    /// <returns>The answer; null when it did not come whole.</returns>
    public async Task<string?> ScanAsync(Stream content, CancellationToken stop)
    {
        try
        {
            await SendAsync("zINSTREAM\0"u8.ToArray(), stop);
            var chunk = new byte[sizeof(uint) + ChunkLength];
            int read;
            do
            {
                read = await content.ReadAsync(chunk.AsMemory(sizeof(uint)), stop);
                BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)read);
                await SendAsync(chunk.AsMemory(0, sizeof(uint) + read), stop);
            }
            while (read > 0);
        }
        catch (SocketException)
        {
            // It says why before it hangs up on a file that is too large for it.
        }

        return await AnswerAsync(stop);
    }

    public async Task<string?> VersionAsync(CancellationToken stop)
    {
        await SendAsync("zVERSION\0"u8.ToArray(), stop);
        return await AnswerAsync(stop);
    }

    public void Dispose() => _socket.Dispose();

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        while (!bytes.IsEmpty) bytes = bytes[await _socket.SendAsync(bytes, stop)..];
    }

    private async Task<string?> AnswerAsync(CancellationToken stop)
    {
        var answer = new byte[LongestAnswer];
        for (var length = 0; length < answer.Length;)
        {
            var read = await _socket.ReceiveAsync(answer.AsMemory(length), stop);
            if (read == 0) return null;
            length += read;
            if (Array.IndexOf(answer, (byte)0, 0, length) is var end and >= 0) return Encoding.UTF8.GetString(answer, 0, end);
        }

        return null;
    }
}
