using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.Randomness;

namespace KentSufficiency.SimulationTests.Placements;

public class VacantHomesTests
{
    private static readonly PolicyWeights _weights = new(
        Mile: 1, MostMiles: 20, NearMiles: 10, SchoolBreak: 10, SchoolMiles: 8, SkillShort: 6, SkillSpare: 1.5, SiblingThere: 20, TogetherMiles: 12, SpareBed: 2, Language: 5, OtherThanMeant: 4);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(93)]
    [InlineData(1500)]
    public void Candidates_are_those_that_each_condition_alone_lets_through(int homes)
    {
        var dice = new Dice(homes);
        var vacant = new VacantHomes();
        for (int home = 0; home < homes; home++)
        {
            vacant.Add(AnyHome(dice, home));
        }

        for (int n = 0; n < 200; n++)
        {
            Seeker seeker = AnySeeker(dice);
            int[] expected = [.. Enumerable.Range(0, homes).Where(position => MayTake(vacant[position], seeker))];

            Assert.Equal(expected, vacant.Candidates(new PolicyQuestion(seeker, _weights)).ToArray());
        }
    }

    [Fact]
    public void Homes_that_came_and_went_leave_the_columns_as_they_should_be()
    {
        var dice = new Dice(7);
        var vacant = new VacantHomes();
        var expected = new List<Vacancy>();
        for (int n = 0; n < 3000; n++)
        {
            if (expected.Count == 0 || dice.Next(5) < 3)
            {
                expected.Add(AnyHome(dice, n));
                Assert.Equal(expected.Count - 1, vacant.Add(expected[^1]));
            }
            else
            {
                int position = dice.Next(expected.Count);
                Assert.Equal(expected[^1], vacant.Remove(position));
                expected[position] = expected[^1];
                expected.RemoveAt(expected.Count - 1);
            }
        }

        Assert.Equal(expected, vacant.All.ToArray());
        Seeker seeker = AnySeeker(dice);
        Assert.Equal(
            Enumerable.Range(0, expected.Count).Where(position => MayTake(expected[position], seeker)),
            vacant.Candidates(new PolicyQuestion(seeker, _weights)).ToArray());
    }

    [Fact]
    public void The_nearest_is_the_one_at_the_fewest_miles_ties_to_the_lower_address()
    {
        var dice = new Dice(11);
        var register = new HomeRegister();
        for (int home = 0; home < 300; home++)
        {
            register.Add(new Home
            {
                Id = (ulong)(7919 * (home + 1) % 10007),
                Kind = HomeKind.InHouseFoster,
                East = (short)dice.Next(-20, 20),
                North = (short)dice.Next(-20, 20),
                Approved = 1,
            });
        }

        for (int home = 0; home < 300; home++)
        {
            (int east, int north) = (register[home].East, register[home].North);
            int nearest = Enumerable.Range(0, 300).Where(other => other != home)
                .OrderBy(other => KentMap.Miles(register[other].East, register[other].North, east, north)).ThenBy(other => register[other].Id).First();

            Assert.Equal(nearest, register.Vacancies.Nearest(east, north, except: home, register));
        }
    }

    [Fact]
    public void Ranks_are_those_of_all_candidates_in_order()
    {
        var dice = new Dice(5);
        var register = new HomeRegister();
        for (int home = 0; home < 400; home++)
        {
            register.Add(new Home
            {
                Id = (ulong)(7919 * (home + 1) % 10007),
                Kind = HomeKind.InHouseFoster,
                East = (short)(100 * dice.Next(4)),
                Approved = 1 + dice.Next(2),
                AgeHigh = 17,
                Skill = (byte)dice.Next(4),
            });
        }

        var ranking = new CandidateRanking(register);
        for (int n = 0; n < 200; n++)
        {
            Seeker seeker = AnySeeker(dice);
            int present = dice.Next(400);
            int[] all = [.. register.Vacant.ToArray()
                .Where(home => home.Home != present && PlacementPolicy.Score(home, seeker, _weights) < PlacementPolicy.NotSuitable)
                .OrderBy(home => PlacementPolicy.Score(home, seeker, _weights)).ThenBy(home => register[home.Home].Id).Select(home => home.Home)];
            for (int most = 1; most <= CandidateRanking.Most; most++)
            {
                int count = ranking.Rank(seeker, _weights, present, most);

                Assert.Equal(all.Take(most), Enumerable.Range(0, count).Select(rank => ranking[rank]));
            }
        }
    }

    private static bool MayTake(in Vacancy home, in Seeker seeker)
    {
        int free = home.Free + (home.SiblingExemption && seeker.Together > 1 ? 1 : 0);
        double miles = KentMap.Miles(home.East, home.North, seeker.East, seeker.North);
        double farthest = seeker.Together > 1 ? Math.Min(_weights.MostMiles, _weights.TogetherMiles) : _weights.MostMiles;
        return free >= seeker.Together
            && seeker.Youngest >= home.AgeLow
            && seeker.Oldest <= home.AgeHigh
            && seeker.NeedLevel <= home.Skill + 1
            && (!seeker.Single || home.IsEmpty)
            && PlacementPolicy.TakesSuch(home.Type, seeker)
            && (!seeker.DistanceKnown || miles <= farthest);
    }

    private static Vacancy AnyHome(Dice dice, int home) => new(
        home,
        (short)dice.Next(-3000, 3000),
        (short)dice.Next(-3000, 3000),
        (byte)dice.Next(12),
        (byte)dice.Next(8, 18),
        (byte)dice.Next(4),
        (FosterType)dice.Next((int)FosterType.ConnectedPerson + 1),
        (byte)dice.Next(1, 5),
        dice.Next(2) == 0,
        dice.Next(2) == 0,
        dice.Next(2) == 0);

    private static Seeker AnySeeker(Dice dice)
    {
        int together = dice.Next(3) == 0 ? dice.Next(2, 6) : 1;
        int youngest = dice.Next(18);
        return new Seeker(
            dice.Next(-3000, 3000),
            dice.Next(-3000, 3000),
            dice.Next(4) > 0,
            youngest,
            together > 1 ? dice.Next(youngest, 18) : youngest,
            dice.Next(4),
            together,
            together == 1 && dice.Next(4) == 0,
            dice.Next(4) == 0,
            ChildState.NoHome,
            dice.Next(2) == 0,
            dice.Next(4) == 0,
            dice.Next(2) == 0,
            WithParent: dice.Next(6) == 0,
            SchoolKnown: dice.Next(2) == 0,
            SchoolEast: dice.Next(-3000, 3000),
            SchoolNorth: dice.Next(-3000, 3000));
    }
}
