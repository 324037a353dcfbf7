using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;

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
        var random = new Random(homes);
        var vacant = new VacantHomes();
        for (int home = 0; home < homes; home++)
        {
            vacant.Add(AnyHome(random, home));
        }

        for (int n = 0; n < 200; n++)
        {
            Seeker seeker = AnySeeker(random);
            int[] expected = [.. Enumerable.Range(0, homes).Where(position => MayTake(vacant[position], seeker))];

            Assert.Equal(expected, vacant.Candidates(new PolicyQuestion(seeker, _weights)).ToArray());
        }
    }

    [Fact]
    public void Homes_that_came_and_went_leave_the_columns_as_they_should_be()
    {
        var random = new Random(7);
        var vacant = new VacantHomes();
        var expected = new List<Vacancy>();
        for (int n = 0; n < 3000; n++)
        {
            if (expected.Count == 0 || random.Next(5) < 3)
            {
                expected.Add(AnyHome(random, n));
                Assert.Equal(expected.Count - 1, vacant.Add(expected[^1]));
            }
            else
            {
                int position = random.Next(expected.Count);
                Assert.Equal(expected[^1], vacant.Remove(position));
                expected[position] = expected[^1];
                expected.RemoveAt(expected.Count - 1);
            }
        }

        Assert.Equal(expected, vacant.All.ToArray());
        Seeker seeker = AnySeeker(random);
        Assert.Equal(
            Enumerable.Range(0, expected.Count).Where(position => MayTake(expected[position], seeker)),
            vacant.Candidates(new PolicyQuestion(seeker, _weights)).ToArray());
    }

    [Fact]
    public void The_nearest_is_the_one_at_the_fewest_miles_ties_to_the_lower_address()
    {
        var random = new Random(11);
        var register = new HomeRegister();
        for (int home = 0; home < 300; home++)
        {
            register.Add(new Home
            {
                Id = (ulong)(7919 * (home + 1) % 10007),
                Kind = HomeKind.InHouseFoster,
                East = (short)random.Next(-20, 20),
                North = (short)random.Next(-20, 20),
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
        var random = new Random(5);
        var register = new HomeRegister();
        for (int home = 0; home < 400; home++)
        {
            register.Add(new Home
            {
                Id = (ulong)(7919 * (home + 1) % 10007),
                Kind = HomeKind.InHouseFoster,
                East = (short)(100 * random.Next(4)),
                Approved = 1 + random.Next(2),
                AgeHigh = 17,
                Skill = (byte)random.Next(4),
            });
        }

        var ranking = new CandidateRanking(register);
        for (int n = 0; n < 200; n++)
        {
            Seeker seeker = AnySeeker(random);
            int present = random.Next(400);
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

    private static Vacancy AnyHome(Random random, int home) => new(
        home,
        (short)random.Next(-3000, 3000),
        (short)random.Next(-3000, 3000),
        (byte)random.Next(12),
        (byte)random.Next(8, 18),
        (byte)random.Next(4),
        (FosterType)random.Next((int)FosterType.ConnectedPerson + 1),
        (byte)random.Next(1, 5),
        random.Next(2) == 0,
        random.Next(2) == 0,
        random.Next(2) == 0);

    private static Seeker AnySeeker(Random random)
    {
        int together = random.Next(3) == 0 ? random.Next(2, 6) : 1;
        int youngest = random.Next(18);
        return new Seeker(
            random.Next(-3000, 3000),
            random.Next(-3000, 3000),
            random.Next(4) > 0,
            youngest,
            together > 1 ? random.Next(youngest, 18) : youngest,
            random.Next(4),
            together,
            together == 1 && random.Next(4) == 0,
            random.Next(4) == 0,
            ChildState.NoHome,
            random.Next(2) == 0,
            random.Next(4) == 0,
            random.Next(2) == 0,
            WithParent: random.Next(6) == 0,
            SchoolKnown: random.Next(2) == 0,
            SchoolEast: random.Next(-3000, 3000),
            SchoolNorth: random.Next(-3000, 3000));
    }
}
