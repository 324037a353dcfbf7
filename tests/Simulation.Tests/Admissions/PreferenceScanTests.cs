using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.SimulationTests.Schools;

namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>Lists that are formed for many families by vectors, against those of one family after another, school by school.</summary>
public class PreferenceScanTests
{
    private const int LastLane = 31;
    private static readonly AdmissionRates s_rates = AdmissionsBench.Varied with { NamesNext = [1, 1] };

    private readonly AdmissionsBench _bench = new(TestEstate.County());
    private readonly SchoolReach _reach = new(TestEstate.County());

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Lists_are_those_of_a_plain_scan(int entryYear)
    {
        _bench.Places[0] = -1;
        Applicant[] applicants = _bench.Spread(1501);
        AdmissionOutcome[] outcomes = _bench.Hold(s_rates, entryYear, applicants);
        for (int n = 0; n < applicants.Length; n++)
        {
            Applicant child = applicants[n];
            bool passed = entryYear == 7 && AdmissionCharacter.PassesTest(CharacterOf(child), s_rates);
            int[] liked = InOrder(child, entryYear, passed);
            int[] listed = [.. liked.Take(s_rates.Preferences[(int)AdmissionYears.Phase(entryYear)])];

            Assert.Equal(listed, _bench.Lists.Schools(n).ToArray().Select(school => (int)school));
            Assert.Equal(listed.FirstOrDefault(ResidentState.NoSchool), outcomes[n].First);
            Assert.Equal(liked.FirstOrDefault(school => !_bench.Estate.Schools[school].Selective, ResidentState.NoSchool), outcomes[n].FirstOpen);
        }
    }

    private static RandomBlock CharacterOf(in Applicant child) => AdmissionCharacter.Of(AdmissionsBench.DrawsOf(child.Id));

    private int[] InOrder(Applicant child, int entryYear, bool passed)
    {
        SchoolPhase phase = AdmissionYears.Phase(entryYear);
        Draws draws = AdmissionsBench.DrawsOf(child.Id);
        int[] view = [.. _reach.Open(child.Area, entryYear), .. passed ? _reach.Selective(child.Area) : []];
        float[] likings = [.. view.Select(school => Seen(child, phase, school))];
        if (draws.For(Process.Application, AdmissionYears.Round(entryYear)).UniformA < s_rates.SiblingShare[AdmissionYears.Round(entryYear)])
        {
            int[] older = Ranked(view, [.. view.Select((school, lane) => likings[lane] + Taste.OfOlder(WordOf(draws, phase, school)))]);
            likings[Array.IndexOf(view, older[0])] += (float)s_rates.SiblingEffect;
        }

        return Ranked(view, [.. view.Select((school, lane) => likings[lane] + Taste.Of(draws, phase, school))]);
    }

    private float Seen(in Applicant child, SchoolPhase phase, int index)
    {
        School school = _bench.Estate.Schools[index];
        if (_bench.Places[index] < 0)
        {
            return float.NegativeInfinity;
        }

        float faith = school.Faith ? (float)s_rates.FaithEffect : 0;
        float share = AdmissionCharacter.OfFaith(CharacterOf(child), s_rates) ? 1 : 0;
        float east = school.East - child.East;
        float north = school.North - child.North;
        float way = float.Sqrt((east * east) + (north * north)) * ((float)s_rates.PerMile[(int)phase] * 0.01f);
        return Taste.Seen(s_rates, phase, school, _bench.Liking[index], school.Grade, _bench.Estate.Areas[child.Area].District) + (faith * share) - way;
    }

    private static uint WordOf(in Draws draws, SchoolPhase phase, int school) =>
        Taste.Word(draws.For(Process.Preference, Taste.Ordinal(phase, school)), school);

    /// <summary>Likings to one part in 2^18, then the order of the view; schools that take no part are left out.</summary>
    private static int[] Ranked(int[] view, float[] likings)
    {
        static int Sortable(float liking)
        {
            int bits = BitConverter.SingleToInt32Bits(liking);
            return (bits >= 0 ? bits : bits ^ int.MaxValue) & ~LastLane;
        }

        return [.. Enumerable.Range(0, view.Length)
            .Where(lane => float.IsFinite(likings[lane]))
            .OrderByDescending(lane => Sortable(likings[lane])).ThenBy(lane => lane)
            .Select(lane => view[lane])];
    }
}
