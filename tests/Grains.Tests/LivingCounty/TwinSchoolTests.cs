using System.Text;
using System.Text.Json;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;
using KentSufficiency.SimulationTests.CareSchools;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>The county as grains lives the school years of the kernel, whatever dies; each school and district keeps how it stands.</summary>
public sealed class TwinSchoolTests
{
    private const uint Seed = 4;
    private const int Year = 380;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Over_a_year_grains_tell_and_measure_what_the_kernel_does(short silos)
    {
        (List<EventRecord> events, long[] results) = SmallCounty.OfKernel(Seed, SmallCounty.Schools);
        await using TwinCluster cluster = await Begin(new FaultyStore(), silos);
        CountyStatus status = await cluster.AdvanceAsync(Year);

        Assert.Null(status.Failure);
        Assert.Equal(Year, status.Marker);
        List<EventRecord> told = await cluster.EventsAsync();
        Assert.Contains(told, happened => happened is { Kind: "started-school", Code: "care" });
        Assert.Equal(events.TakeWhile(happened => happened.Date <= status.Date), told);
        long[] measured = await cluster.County.GetMeasured();
        Assert.Equal(results.Take(measured.Length), measured);
    }

    [Fact]
    public async Task Killed_again_and_again_it_ends_as_one_that_was_not()
    {
        var undisturbed = new FaultyStore();
        CountyStatus whole;
        await using (TwinCluster cluster = await Begin(undisturbed))
        {
            whole = await cluster.AdvanceAsync(240);
        }

        var store = new FaultyStore();
        await (await Begin(store)).DisposeAsync();
        long each = undisturbed.Writes / 12;
        for (int killed = 0; killed < 8; killed++)
        {
            long last = store.Writes + each + (37 * killed);
            store.BeforeWrite = number => _ = number > last ? throw new ObjectDisposedException("the process") : 0;
            await using TwinCluster dying = await TwinCluster.StartAsync(store);
            Assert.NotNull((await dying.AdvanceAsync(240)).Failure);
            store.BeforeWrite = null;
        }

        await using TwinCluster last8 = await TwinCluster.StartAsync(store);
        CountyStatus end = await last8.AdvanceAsync(240);
        Assert.Equal((null, whole.Marker, whole.Digest), (end.Failure, end.Marker, end.Digest));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(222)]
    public async Task Schools_and_districts_keep_what_the_school_years_say(int day)
    {
        await using TwinCluster cluster = await Begin(new FaultyStore());
        await cluster.AdvanceAsync(day);
        var schools = new LivingSchools(SmallCounty.Schools, new Simulation.Randomness.DrawKey(Seed, 0));
        schools.LiveAgain(day, []);
        var files = new SchoolFiles(schools);
        DistrictSchools[] districts = files.Districts();

        foreach (School school in CareSchoolCounty.Estate.Schools)
        {
            SchoolFile? kept = await cluster.Grains.GetGrain<ISchoolGrain>(CountyKeys.School(TwinCluster.Twin, school.Id)).FileAt(day);
            Assert.Equal(Text(files.Of(school.Index)), Text(kept));
        }

        for (int ward = 0; ward < districts.Length; ward++)
        {
            DistrictSchools? kept = await cluster.Grains.GetGrain<IDistrictGrain>(CountyKeys.District(TwinCluster.Twin, ward)).SchoolsAt(day);
            Assert.Equal(Text(districts[ward]), Text(kept));
            Assert.Equal(3, kept!.Schools.Count(id => !id.Contains("special", StringComparison.Ordinal)) - (ward == 0 ? 1 : 0));
        }
    }

    [Fact]
    public async Task What_was_kept_of_other_school_years_is_refused_by_the_grain_s_name()
    {
        var store = new FaultyStore();
        await using (TwinCluster cluster = await Begin(store))
        {
            await cluster.AdvanceAsync(20);
        }

        store.Damage(
            grain => grain.Key.ToString()!.StartsWith("school-places/", StringComparison.Ordinal),
            bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"Digest\":1", "\"Digest\":2", StringComparison.Ordinal)
                .Replace("\"Digest\":", "\"Digest\":1", StringComparison.Ordinal)));
        await using TwinCluster next = await TwinCluster.StartAsync(store);
        CountyStatus status = await next.AdvanceAsync(30);

        Assert.Equal(20, status.Marker);
        Assert.Contains("school-places/kent", status.Failure);
    }

    [Fact]
    public async Task A_scheme_is_logged_acts_once_and_survives_a_restart()
    {
        var store = new FaultyStore();
        TwinCluster cluster = await Begin(store);
        await cluster.AdvanceAsync(30);
        School school = CareSchoolCounty.Estate.Schools[CareSchoolCounty.Secondary(3)];
        var command = new CountyCommand { Id = "one", Request = CountyRequest.EnlargeSchool, School = school.Id, Count = 30, From = new DateOnly(2021, 9, 1) };
        CommandReceipt receipt = await cluster.County.Act(command with { From = new DateOnly(2021, 7, 1) });
        Assert.Equal((false, "Places begin and end on a 1 September."), (receipt.Accepted, receipt.Words));
        receipt = await cluster.County.Act(command with { School = "nowhere", From = new DateOnly(2020, 9, 1) });
        Assert.Equal((false, "There is no school named nowhere."), (receipt.Accepted, receipt.Words));
        receipt = await cluster.County.Act(command with { From = new DateOnly(2020, 9, 1) });
        Assert.True(receipt.Accepted, receipt.Words);
        await cluster.DisposeAsync();
        cluster = await TwinCluster.StartAsync(store);
        await cluster.AdvanceAsync(60);
        await cluster.DisposeAsync();
        cluster = await TwinCluster.StartAsync(store);
        await cluster.AdvanceAsync(70);
        SchoolFile? file = await cluster.Grains.GetGrain<ISchoolGrain>(CountyKeys.School(TwinCluster.Twin, school.Id)).FileAt(70);
        await cluster.DisposeAsync();

        SchemeFile scheme = Assert.Single(file!.Schemes);
        Assert.Equal((SchemeKind.Enlarge, 30, 2020), (scheme.Kind, scheme.Places, scheme.TargetYear));
        Assert.True(scheme.Stage > SchemeStage.Planned);
    }

    private static async Task<TwinCluster> Begin(FaultyStore store, short silos = 1)
    {
        TwinCluster cluster = await TwinCluster.StartAsync(store, silos);
        await cluster.County.Begin(SmallCounty.Definition(Seed, SmallCounty.WithSchools));
        return cluster;
    }

    private static string Text<T>(T? kept) => JsonSerializer.Serialize(kept);
}
