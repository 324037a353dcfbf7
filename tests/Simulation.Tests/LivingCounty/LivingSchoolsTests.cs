using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Supply;
using KentSufficiency.SimulationTests.CareSchools;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.LivingCounty;

/// <summary>A county in which every entity keeps itself lives the school years of the kernel, and children in care are the same residents.</summary>
public class LivingSchoolsTests
{
    private const uint Seed = 3;

    private static readonly CountyParameters s_parameters = Small(TestCounty.Busy());
    private static readonly RecordedRun s_kernel = RecordedRun.Of(new CountyKernel(s_parameters), Seed);

    private static CountyParameters Small(TestCounty care)
    {
        care.LeadInDays = 60;
        return new CareSchoolCounty().Build(care);
    }

    [Fact]
    public void Entities_one_by_one_tell_and_measure_what_the_kernel_does()
    {
        var living = new OneByOne(s_parameters, Seed);
        while (living.Day < s_parameters.Horizon)
        {
            living.Advance();
            living.Desk.Audit();
        }

        Assert.Contains(s_kernel.Events, happened => happened is { Kind: "started-school", Code: "care" });
        Assert.Contains(s_kernel.Events, happened => happened is { Kind: "started-school", Code: "round" });
        Assert.Equal(s_kernel.Events, living.Log.Events);
        Assert.Equal(s_kernel.Results, living.Measured);
    }

    /// <summary>A desk made again from what it kept, on both sides of 1 September, of offer days and of census dates.</summary>
    [Theory]
    [InlineData(1, 60)]
    [InlineData(7, 700)]
    [InlineData(31, 700)]
    public void A_desk_that_is_made_again_goes_on_as_if_nothing_had_happened(int every, int days)
    {
        var living = new OneByOne(s_parameters, Seed);
        for (int day = 0; day <= days; day++)
        {
            living.Advance();
            if (day % every == 0)
            {
                living.Restart();
            }
        }

        Assert.Equal(s_kernel.Events.TakeWhile(happened => happened.Date <= s_parameters.Start.AddDays(days)), living.Log.Events);
        Assert.Equal(s_kernel.Results[..living.Measured.Count], living.Measured);
    }

    [Fact]
    public void What_was_kept_of_other_school_years_is_noticed()
    {
        var living = new OneByOne(s_parameters, Seed);
        living.AdvanceTo(100);
        DeskState kept = DeskArchive.Save(living.Desk);
        DeskState damaged = kept with { SchoolDigest = kept.SchoolDigest + 1 };
        CountyParts parts = living.Parts;

        Assert.Throws<DamagedCountyException>(() => DeskArchive.Restore(s_parameters, Seed, 0, damaged, parts.Children, parts.Households, parts.Notes));
    }

    /// <summary>The replication of its own number is the county's own future, its school years included; every other is another from then on.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(222)]
    [InlineData(400)]
    public void A_fork_begins_where_the_county_stands(int day)
    {
        var living = new OneByOne(s_parameters, Seed);
        living.AdvanceTo(day);
        living.Restart();
        CountySnapshot fork = Fork.Of(living.Parts, s_parameters);
        RecordedRun own = RecordedRun.Of(new CountyKernel(s_parameters, null, null, fork), Seed);
        RecordedRun other = RecordedRun.Of(new CountyKernel(s_parameters, null, null, fork), Seed, replication: 1);

        Assert.Equal(s_kernel.Results, own.Results);
        Assert.Equal(s_kernel.Events.SkipWhile(happened => happened.Date <= s_parameters.Start.AddDays(day)), own.Events);
        Assert.Equal(s_kernel.Results[..living.Measured.Count], other.Results[..living.Measured.Count]);
        Assert.NotEqual(s_kernel.Results, other.Results);
    }

    [Fact]
    public void A_scheme_that_is_ordered_opens_in_the_county_and_in_its_forks()
    {
        const int Day = 30;
        int school = CareSchoolCounty.Primary(2);
        int before = s_parameters.Schools!.Estate.Schools[school].Pan;
        var order = new SchoolOrder(Day, 0, SchemeKind.Bulge, school, 30, FromYear: 2);
        var living = new OneByOne(s_parameters, Seed);
        living.AdvanceTo(Day - 1);
        living.Advance([order]);
        living.AdvanceTo(Day + 40);
        living.Restart();
        Assert.Equal([order], living.Desk.Schools!.Orders);
        CountySnapshot fork = Fork.Of(living.Parts, s_parameters);
        RecordedRun own = RecordedRun.Of(new CountyKernel(s_parameters, null, null, fork), Seed);
        living.AdvanceTo(s_parameters.Horizon);

        Assert.Equal(living.Measured, own.Results);
        Assert.NotEqual(s_kernel.Results, own.Results);
        Assert.Equal(before + 30, living.Desk.Schools!.County.Rolls.Capacity(school, 2));
        Assert.Contains(living.Log.Events, happened => happened.Kind == "scheme-reached" && happened.Date == s_parameters.Start.AddDays(Day));
    }
}
