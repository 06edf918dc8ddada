using System.Text.Json;
using KhuyenCong.Racer;
using KhuyenCong.TestSupport;

// Reads the setup, then a round a line; writes an answer a line, and an empty line after each round. Ends with its input.
var setup = JsonSerializer.Deserialize<RaceSetup>(Console.In.ReadLine()!)!;
await using var portal = TestPortal.AttachTo(setup.Connection, setup.StorageRoot, setup.Now);
await using (var db = portal.Db()) _ = db.Model;
var output = new object();
var runner = new Runner(portal, setup, answer => Say(JsonSerializer.Serialize(answer)));
Say(string.Empty);
while (Console.In.ReadLine() is { } line)
{
    await runner.RunAsync(JsonSerializer.Deserialize<RaceRound>(line)!);
    Say(string.Empty);
}

void Say(string line)
{
    lock (output)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
