using KentSufficiency.Silo.Storage;
using Orleans.Storage;
using static KentSufficiency.SiloTests.Storage.StoreExtensions;

namespace KentSufficiency.SiloTests.Storage;

/// <summary>What grains may rely on, whatever the database.</summary>
internal static class StorageLaws
{
    public static async Task What_was_written_is_read_by_the_next_silo(StorageDatabase database)
    {
        await using (OpenStore first = await OpenStore.OnAsync(database))
        {
            Assert.False((await first.County.ReadAsync("child/1")).RecordExists);
            await first.County.WriteAsync("child/1", "zwölf, \"quoted\" and 'quoted'\n");
            await first.Experiments.WriteAsync("experiment/1", "binary");
        }

        await using OpenStore second = await OpenStore.OnAsync(database);
        GrainState<Note> note = await second.County.ReadAsync("child/1");
        Assert.True(note.RecordExists);
        Assert.Equal("zwölf, \"quoted\" and 'quoted'\n", note.State!.Text);
        Assert.Equal("binary", (await second.Experiments.ReadAsync("experiment/1")).State!.Text);
    }

    /// <summary>The provider takes keys that look like numbers for numbers; a word before the number keeps them apart.</summary>
    public static async Task Keys_with_a_word_before_them_are_kept_apart(StorageDatabase database)
    {
        string[] keys = ["child/ff", "child/FF", "child/00ff", "child/255", "child/-1", "child/+1", "household/ff", "child/" + new string('0', 32)];
        await using OpenStore store = await OpenStore.OnAsync(database);
        foreach (string key in keys)
        {
            await store.County.WriteAsync(key, key);
        }

        foreach (string key in keys)
        {
            GrainState<Note> note = await store.County.ReadAsync(key);
            Assert.Equal((key, 1), (note.State!.Text, note.State!.Day));
        }
    }

    public static async Task Integer_and_compound_keys_have_one_record_each(StorageDatabase database)
    {
        await using OpenStore store = await OpenStore.OnAsync(database);
        GrainId[] ids = [GrainId.Create(GrainType.Create("g"), GrainIdKeyExtensions.CreateIntegerKey(7)), GrainId.Create(GrainType.Create("g"), GrainIdKeyExtensions.CreateIntegerKey(7, "x"))];
        foreach (GrainId id in ids)
        {
            var state = new GrainState<Note>(new Note { Text = id.ToString() });
            await store.County.WriteStateAsync("note", id, state);
            await store.County.WriteStateAsync("note", id, state);
            Assert.Equal("2", state.ETag);
            var read = new GrainState<Note>(new Note());
            await store.County.ReadStateAsync("note", id, read);
            Assert.Equal(id.ToString(), read.State!.Text);
            await Assert.ThrowsAsync<InconsistentStateException>(() => store.County.WriteStateAsync("note", id, new GrainState<Note>(new Note())));
        }
    }

    public static async Task A_stale_writer_is_refused_and_changes_nothing(StorageDatabase database)
    {
        await using OpenStore store = await OpenStore.OnAsync(database);
        GrainState<Note> stale = await store.County.WriteAsync("child/1", "first");
        await store.County.WriteAsync("child/1", "second");

        await RefusedAsync(store.County, "child/1", stale);
        await RefusedAsync(store.County, "child/1", new GrainState<Note>(new Note())); // never read
        await RefusedAsync(store.County, "child/2", new GrainState<Note>(new Note()) { ETag = "3" }); // read elsewhere, gone here

        Assert.Equal("second", (await store.County.ReadAsync("child/1")).State!.Text);
        Assert.False((await store.County.ReadAsync("child/2")).RecordExists);
    }

    public static async Task Of_many_first_writers_one_wins(StorageDatabase database)
    {
        await using OpenStore store = await OpenStore.OnAsync(database);
        bool[] won = await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            try
            {
                var state = new GrainState<Note>(new Note { Text = $"{writer}" });
                await store.County.WriteStateAsync("note", Child("child/1"), state);
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        }));

        Assert.Single(won, true);
        Assert.Equal($"{Array.IndexOf(won, true)}", (await store.County.ReadAsync("child/1")).State!.Text);
    }

    public static async Task A_cleared_record_is_empty_and_refuses_late_writers(StorageDatabase database)
    {
        await using OpenStore store = await OpenStore.OnAsync(database);
        GrainState<Note> late = await store.County.WriteAsync("child/1", "here");
        GrainState<Note> state = await store.County.ReadAsync("child/1");

        await store.County.ClearStateAsync("note", Child("child/1"), state);

        Assert.False((await store.County.ReadAsync("child/1")).RecordExists);
        await RefusedAsync(store.County, "child/1", late);
        await store.County.WriteAsync("child/1", "again");
        Assert.Equal("again", (await store.County.ReadAsync("child/1")).State!.Text);
    }

    public static async Task Clusters_in_one_database_see_nothing_of_each_other(StorageDatabase database)
    {
        await using OpenStore one = await OpenStore.OnAsync(database, "one");
        await using OpenStore two = await OpenStore.OnAsync(database, "two");
        await one.County.WriteAsync("child/1", "mine");

        Assert.False((await two.County.ReadAsync("child/1")).RecordExists);
    }

    public static async Task Migrating_again_and_at_once_is_done_once(StorageDatabase[] databases)
    {
        MigrationResult[] results = await Task.WhenAll(databases.Select(database => Task.Run(() => StorageMigration.ApplyAsync(database))));

        Assert.Single(results, result => result.Changed);
        Assert.False((await StorageMigration.ApplyAsync(databases[0])).Changed);
        await StorageMigration.VerifyAsync(databases[0]);
    }

    private static async Task RefusedAsync(IGrainStorage store, string key, GrainState<Note> state) =>
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteStateAsync("note", Child(key), state));
}
