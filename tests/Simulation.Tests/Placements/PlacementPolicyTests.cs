using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.SimulationTests.Placements;

public class PlacementPolicyTests
{
    private const int Index = 3;
    private static readonly PolicyWeights _weights = new(
        Mile: 1, MostMiles: 20, NearMiles: 10, SchoolBreak: 10, SchoolMiles: 8, SkillShort: 6, SkillSpare: 1.5, SiblingThere: 20, SpareBed: 2, Language: 5, OtherThanMeant: 4);
    private static readonly Home _home = new() { Kind = HomeKind.InHouseFoster, Approved = 2, AgeLow = 0, AgeHigh = 17, Skill = 1 };
    private static readonly Seeker _child = new(
        0, 0, DistanceKnown: true, Youngest: 8, Oldest: 8, NeedLevel: 1, Together: 1, false, false, ChildState.NoHome, Tonight: false, false, false);

    [Fact]
    public void A_home_that_fits_is_a_candidate() => Assert.NotEqual(PlacementPolicy.NotSuitable, Score(_home, _child));

    [Fact]
    public void Ages_beds_needs_and_exclusions_rule_a_home_out()
    {
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { AgeHigh = 7 }, _child));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { AgeLow = 9 }, _child));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { Filled = 2 }, _child));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { Withheld = 1, Respite = 1 }, _child));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { StayingPut = 2 }, _child));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { Status = HomeStatus.OnHold }, _child));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home, _child with { NeedLevel = 3 }));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { SinglePlacements = 1, Filled = 1 }, _child));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { Filled = 1 }, _child with { Single = true }));
    }

    [Fact]
    public void Edges_of_the_terms_of_approval_are_within_them()
    {
        Assert.NotEqual(PlacementPolicy.NotSuitable, Score(_home with { AgeLow = 8, AgeHigh = 8 }, _child));
        Assert.NotEqual(PlacementPolicy.NotSuitable, Score(_home with { Filled = 1 }, _child));
        Assert.NotEqual(PlacementPolicy.NotSuitable, Score(_home, _child with { NeedLevel = 2 }));
        Assert.NotEqual(PlacementPolicy.NotSuitable, Score(_home, _child with { Single = true }));
    }

    [Theory]
    [InlineData(2, false, true)]
    [InlineData(3, false, false)]
    [InlineData(3, true, true)]
    [InlineData(4, true, false)]
    public void The_exemption_gives_a_sibling_group_one_bed_more(int together, bool exemption, bool fits) => Assert.Equal(
        fits,
        Score(_home with { SiblingExemption = exemption }, _child with { Together = together }) != PlacementPolicy.NotSuitable);

    [Fact]
    public void The_exemption_is_not_for_a_child_alone() =>
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { SiblingExemption = true, Filled = 2 }, _child));

    [Fact]
    public void The_ages_of_a_group_are_those_of_its_youngest_and_oldest()
    {
        Seeker group = Seekers.Join(_child, _child with { Youngest = 2, Oldest = 2, NeedLevel = 2, Single = true });

        Assert.Equal((2, 8, 2, 2, false), (group.Youngest, group.Oldest, group.NeedLevel, group.Together, group.Single));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { AgeLow = 3 }, group));
    }

    /// <summary>One mile is the unit; the rest is what a mile is worth.</summary>
    [Fact]
    public void A_score_by_hand()
    {
        Assert.Equal(2, Score(_home, _child), 9);                                                     // A bed stays empty.
        Assert.Equal(2 + 6, Score(_home with { East = 300, North = 400 }, _child) + 1, 9);              // Five miles.
        Assert.Equal(2 + 9 + 10, Score(_home with { East = 900 }, _child), 9);                          // Nine miles break the school.
        Assert.Equal(2 + 9, Score(_home with { East = 900 }, _child with { Youngest = 3, Oldest = 3 }), 9);
        Assert.Equal(2 + 6, Score(_home, _child with { NeedLevel = 2 }), 9);                            // Skill falls short.
        Assert.Equal(2 + 1.5, Score(_home, _child with { NeedLevel = 0 }), 9);                          // Skill to spare.
        Assert.Equal(2 - 20, Score(_home, _child with { SiblingHome = Index }), 9);
        Assert.Equal(2 - 5, Score(_home with { OtherLanguage = true }, _child with { OtherLanguage = true }), 9);
        Assert.Equal(2, Score(_home with { East = 900 }, _child with { DistanceKnown = false }), 9);
        Assert.Equal(2 + 4, Score(_home, _child with { Disabled = true }), 9);                          // Meant for others.
        Assert.Equal(2 + 4, Score(_home with { Type = FosterType.LongTerm }, _child), 9);
        Assert.Equal(2, Score(_home with { Type = FosterType.LongTerm }, _child with { LongTerm = true }), 9);
        Assert.Equal(2, Score(_home with { Type = FosterType.DisabledChildren }, _child with { Disabled = true }), 9);
    }

    [Fact]
    public void A_home_is_not_offered_beyond_the_most_miles()
    {
        Assert.NotEqual(PlacementPolicy.NotSuitable, Score(_home with { East = 2000 }, _child));
        Assert.Equal(PlacementPolicy.NotSuitable, Score(_home with { East = 2001 }, _child));
        Assert.NotEqual(PlacementPolicy.NotSuitable, Score(_home with { East = 5000 }, _child with { DistanceKnown = false }));
    }

    [Theory]
    [InlineData(FosterType.ShortTerm, false, 8, true)]
    [InlineData(FosterType.Emergency, false, 8, false)]
    [InlineData(FosterType.Emergency, true, 8, true)]
    [InlineData(FosterType.ParentAndChild, false, 1, false)]
    [InlineData(FosterType.ParentAndChild, false, 0, true)]
    [InlineData(FosterType.ShortBreak, true, 8, false)]
    [InlineData(FosterType.Hub, false, 8, true)]
    public void The_type_of_approval_says_whom_a_home_takes(FosterType type, bool tonight, int age, bool takes) => Assert.Equal(
        takes,
        Score(_home with { Type = type }, _child with { Tonight = tonight, Youngest = age, Oldest = age }) != PlacementPolicy.NotSuitable);

    [Fact]
    public void Moving_a_home_farther_never_improves_its_score()
    {
        var cases =
            from east in Gen.Choose(0, 6000)
            from farther in Gen.Choose(0, 3000)
            from age in Gen.Choose(0, 17)
            from need in Gen.Choose(0, 3)
            from beds in Gen.Choose(0, 3)
            select (east, farther, age, need, beds);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            Seeker seeker = _child with { Youngest = c.age, Oldest = c.age, NeedLevel = c.need };
            Home near = _home with { East = (short)c.east, Approved = c.beds };
            return Score(near with { East = (short)(c.east + c.farther) }, seeker) >= Score(near, seeker);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(3, 1, 5, 3)]
    [InlineData(1, 1, 5, 3)]
    [InlineData(0, 1, 5, 1)]
    [InlineData(0, 1, 11, 0)]
    [InlineData(1, 1, 11, 2)]
    public void A_match_is_good_when_skill_meets_need_and_home_is_near(byte skill, int need, double miles, int quality) =>
        Assert.Equal(quality, PlacementPolicy.Quality(_home with { Skill = skill }, _child with { NeedLevel = need }, miles, nearMiles: 10));

    [Theory]
    [InlineData(9.9, 1, SeekerGroup.Under10)]
    [InlineData(9.9, 2, SeekerGroup.Under10High)]
    [InlineData(10.1, 1, SeekerGroup.From10)]
    [InlineData(10.1, 2, SeekerGroup.From10High)]
    [InlineData(15.9, 3, SeekerGroup.From10Complex)]
    [InlineData(16.1, 0, SeekerGroup.From16)]
    [InlineData(16.1, 3, SeekerGroup.From16High)]
    public void Children_seek_by_age_and_need(double years, byte need, SeekerGroup group) =>
        Assert.Equal(group, PlacementPolicy.GroupOf(County.RuleBench.Child(1, years) with { NeedLevel = need }, 0));

    [Theory]
    [InlineData(15.9, SeekerGroup.UnaccompaniedUnder16)]
    [InlineData(16.1, SeekerGroup.Unaccompanied16)]
    public void Unaccompanied_children_seek_by_age(double years, SeekerGroup group) =>
        Assert.Equal(group, PlacementPolicy.GroupOf(County.RuleBench.Child(1, years) with { Facts = ChildFacts.Unaccompanied }, 0));

    private static double Score(in Home home, in Seeker seeker) => PlacementPolicy.Score(Vacancy.Of(home, Index), seeker, _weights);
}
