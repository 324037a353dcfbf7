using KentSufficiency.Simulation.County;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>
/// One more child changes nobody else's draws: where homes are unlimited nobody's history, where they are finite only what goes through
/// homes.
/// </summary>
public class AddressedRandomnessTests
{
    /// <summary>Whose number is raised by one (or, for arrivals, in one district).</summary>
    private static readonly Dictionary<string, Action<TestCounty>> _more = new()
    {
        ["looked-after child"] = county => county.LookedAfter++,
        ["unaccompanied child"] = county => county.Unaccompanied++,
        ["care leaver"] = county => county.CareLeavers++,
        ["assessment"] = county => county.Assessments++,
        ["child in need"] = county => county.ChildrenInNeed++,
        ["protection plan"] = county => county.ProtectionPlans++,
        ["early help case"] = county => county.EarlyHelp++,
        ["child at home"] = county => county.Returning++,
        ["child of another authority"] = county => county.OtherAuthorities++,
        ["arrival of layer 0"] = county => county.Rates.ReferralsByDistrict = LastDistrict(0.055),
        ["arrival of layer 1"] = county => county.Rates.ReferralsByDistrict = LastDistrict(0.08),
    };

    public static TheoryData<string> Whose => [.. _more.Keys];

    [Theory]
    [MemberData(nameof(Whose))]
    public void Where_homes_are_unlimited_one_more_changes_nobodys_history(string whose)
    {
        bool came = false;
        for (uint seed = 0; seed < 3; seed++)
        {
            RecordedRun before = RecordedRun.Of(Unlimited(_ => { }).Kernel(), seed);
            RecordedRun after = RecordedRun.Of(Unlimited(_more[whose]).Kernel(), seed);

            AssertSame(before.Events, Others(before, after));
            came |= !before.Results.SequenceEqual(after.Results);
        }

        Assert.True(came, "Nobody came: the test proves nothing.");
    }

    /// <summary>
    /// Where homes are scarce the one more takes somebody's home; what happens at the front door, when children enter care and how a
    /// household fares before it is approved goes on as before.
    /// </summary>
    [Theory]
    [MemberData(nameof(Whose))]
    public void Where_homes_are_finite_one_more_changes_nothing_that_does_not_go_through_homes(string whose)
    {
        bool homesDiffer = false;
        for (uint seed = 0; seed < 3; seed++)
        {
            RecordedRun before = RecordedRun.Of(Finite(_ => { }).Kernel(), seed);
            RecordedRun after = RecordedRun.Of(Finite(_more[whose]).Kernel(), seed);

            List<EventRecord> others = Others(before, after);
            AssertSame([.. before.Events.Where(IsFreeOfHomes)], [.. others.Where(IsFreeOfHomes)]);
            homesDiffer |= !before.Events.SequenceEqual(others);
        }

        // A looked-after child takes a home at once; the others only if they come to care.
        Assert.True(homesDiffer || whose != "looked-after child", "No home was scarce: the test proves nothing.");
    }

    /// <summary>The same of households: one more on its way is one more home, and nothing else.</summary>
    [Fact]
    public void One_more_household_changes_nothing_that_does_not_go_through_homes()
    {
        for (uint seed = 0; seed < 3; seed++)
        {
            RecordedRun before = RecordedRun.Of(Finite(_ => { }).Kernel(), seed);
            RecordedRun after = RecordedRun.Of(Finite(county => county.OnTheWay++).Kernel(), seed);

            AssertSame([.. before.Events.Where(IsFreeOfHomes)], [.. Others(before, after).Where(IsFreeOfHomes)]);
            Assert.False(before.Results.SequenceEqual(after.Results));
        }
    }

    private static TestCounty Unlimited(Action<TestCounty> change)
    {
        TestCounty county = TestCounty.UnlimitedHomes();
        county.Rates.ConnectedShare = 0.3;
        county.Rates.ReferralsByDistrict = LastDistrict(0.04);
        change(county);
        return county;
    }

    private static TestCounty Finite(Action<TestCounty> change)
    {
        TestCounty county = TestCounty.Busy();
        county.Rates.TransferShare = 0; // Whether a transfer is sought depends on the number of children.
        county.Rates.ReferralsByDistrict = LastDistrict(0.04);
        change(county);
        return county;
    }

    /// <summary>The reference rate everywhere but in the last district.</summary>
    private static double[] LastDistrict(double rate) => [.. Laws.ByDistrict(0.06)[..11], rate];

    private static List<EventRecord> Others(RecordedRun before, RecordedRun after)
    {
        var known = before.Events.Select(e => e.Entity).ToHashSet();
        return [.. after.Events.Where(e => known.Contains(e.Entity))];
    }

    private static void AssertSame(List<EventRecord> expected, List<EventRecord> actual)
    {
        var first = expected.Zip(actual).FirstOrDefault(pair => pair.First != pair.Second);
        Assert.Equal(first.First, first.Second);
        Assert.Equal(expected.Count, actual.Count);
    }

    private static bool IsFreeOfHomes(EventRecord happened) => happened.Kind is
        "early-help-started" or "referred" or "child-in-need-started" or "protection-plan-started" or "case-closed" or "care-started"
        or "legal-status-changed" or "enquired" or "applied" or "withdrew"
        || (happened.Kind == "ready-for-panel" && EntityId.Kind(happened.Entity) != EntityKind.ConnectedHousehold);
}
