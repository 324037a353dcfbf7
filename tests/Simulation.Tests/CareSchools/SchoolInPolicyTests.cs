using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.SimulationTests.CareSchools;

/// <summary>Where a child's school is known, a home is judged by the way to it, and no longer by the way to the parents' home.</summary>
public class SchoolInPolicyTests
{
    private const int Break = 10;
    private static readonly PolicyWeights _weights = new(
        Mile: 1, MostMiles: 30, NearMiles: 10, SchoolBreak: Break, SchoolMiles: 8, SkillShort: 6, SkillSpare: 1.5, SiblingThere: 20, TogetherMiles: 18, SpareBed: 2, Language: 5, OtherThanMeant: 4);
    private static readonly Seeker _child = new(
        0, 0, DistanceKnown: true, Youngest: 8, Oldest: 8, NeedLevel: 1, Together: 1, false, false, ChildState.NoHome, Tonight: false, false, false);

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(1, 10, Break)]
    [InlineData(12, 0, Break)]
    [InlineData(12, 10, 0)]
    public void The_way_to_a_known_school_counts(int homeMiles, int schoolMiles, double penalty)
    {
        Seeker known = _child with { SchoolKnown = true, SchoolEast = 100 * schoolMiles };

        // Without a school to break with (a child of four) the same home costs the way alone.
        double way = Score(homeMiles, _child with { Youngest = 4, Oldest = 4 });
        Assert.Equal(penalty, Score(homeMiles, known) - way, 9);
        Assert.Equal(homeMiles > 8 ? Break : 0, Score(homeMiles, _child) - way, 9);
    }

    [Fact]
    public void For_a_child_without_a_home_of_its_own_the_school_counts_too()
    {
        Seeker unaccompanied = _child with { DistanceKnown = false };
        Seeker known = unaccompanied with { SchoolKnown = true, SchoolEast = 0 };

        Assert.Equal(Break, Score(12, known) - Score(12, unaccompanied), 9);
        Assert.Equal(0, Score(2, known) - Score(2, unaccompanied), 9);
    }

    private static double Score(int miles, in Seeker seeker)
    {
        var home = new Home { Kind = HomeKind.InHouseFoster, Approved = 2, AgeHigh = 17, Skill = 1, East = (short)(100 * miles) };
        return PlacementPolicy.Score(Vacancy.Of(home, 0), seeker, _weights);
    }
}
