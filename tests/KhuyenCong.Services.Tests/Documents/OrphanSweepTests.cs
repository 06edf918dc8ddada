using System.Text;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Documents;

/// <summary>Killed uploads leave files in the store; they go, and nothing else does.</summary>
public sealed class OrphanSweepTests
{
    private static readonly DateTime Old = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2);

    [Fact]
    public async Task Old_drafts_and_old_files_without_a_document_go_and_the_others_stay()
    {
        await using var portal = await TestPortal.StartAsync();
        var store = new FileStore(portal.StorageRoot);
        var person = await portal.PersonAsync("Nguyễn Văn Bình", Role.Division);
        var (named, young, orphan) = (await AddAsync(store, "named"), await AddAsync(store, "young"), await AddAsync(store, "orphan"));
        await using (var db = portal.Db())
        {
            db.Documents.Add(new Document { FileName = "a.pdf", ContentType = "application/pdf", Length = 5, Sha256 = named, AddedById = person.UserId!.Value, AddedAt = Old });
            await db.SaveAsync(person, null, TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(portal.StorageRoot, ".cu.tmp"), "x", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(portal.StorageRoot, ".moi.tmp"), "x", TestContext.Current.CancellationToken);
        foreach (var path in new[] { Place(portal, named), Place(portal, orphan), Path.Combine(portal.StorageRoot, ".cu.tmp") }) File.SetLastWriteTimeUtc(path, Old);

        Assert.Equal(2, await SweepAsync(portal));

        Assert.True(File.Exists(Place(portal, named)));
        Assert.True(File.Exists(Place(portal, young)));
        Assert.False(File.Exists(Place(portal, orphan)));
        Assert.False(File.Exists(Path.Combine(portal.StorageRoot, ".cu.tmp")));
        Assert.True(File.Exists(Path.Combine(portal.StorageRoot, ".moi.tmp")));
        Assert.Equal(0, await SweepAsync(portal));
    }

    [Fact]
    public async Task A_file_that_is_given_again_while_it_is_swept_stays()
    {
        await using var portal = await TestPortal.StartAsync();
        var store = new FileStore(portal.StorageRoot);
        var hash = await AddAsync(store, "again");
        // The sweep found it old; then an upload of the same content came in.
        Assert.False(store.SetAside(hash, Old));
        Assert.True(File.Exists(Place(portal, hash)));
    }

    [Fact]
    public async Task What_was_set_aside_is_kept_for_a_month()
    {
        await using var portal = await TestPortal.StartAsync();
        var hash = await AddAsync(new FileStore(portal.StorageRoot), "aside");
        File.SetLastWriteTimeUtc(Place(portal, hash), Old);
        await SweepAsync(portal);
        var aside = Path.Combine(portal.StorageRoot, ".bo-di-" + hash);
        Assert.True(File.Exists(aside));
        File.SetLastWriteTimeUtc(aside, Old.AddDays(-30));
        Assert.Equal(1, await SweepAsync(portal));
        Assert.False(File.Exists(aside));
    }

    private static Task<int> SweepAsync(TestPortal portal) => portal.UseAsync<OrphanSweepService, int>(sweep => sweep.SweepAsync(TestContext.Current.CancellationToken));

    private static string Place(TestPortal portal, string hash) => Path.Combine(portal.StorageRoot, hash[..2], hash);

    private static async Task<string> AddAsync(FileStore store, string text)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await store.AddAsync(content, TestContext.Current.CancellationToken)).Sha256;
    }
}
