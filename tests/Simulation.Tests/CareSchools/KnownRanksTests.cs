using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.SimulationTests.CareSchools;

/// <summary>The lists in which the resident of a child in care is looked for.</summary>
public class KnownRanksTests
{
    [Fact]
    public void A_list_has_all_who_ever_lived_in_the_district_the_most_vulnerable_first()
    {
        KnownResidents known = Known(400);
        for (int cohort = -3; cohort <= 3; cohort++)
        {
            for (int district = 0; district < KentMap.Districts; district++)
            {
                int[] expected =
                [
                    .. Enumerable.Range(0, known.Count)
                        .Where(n => known[n].Cohort == cohort && LivedIn(n, district))
                        .OrderBy(n => known[n].Lot).ThenBy(n => known[n].Id),
                ];
                Assert.Equal(expected, known.Of(cohort, district).ToArray().Select(ranked => ranked.Known));
            }
        }
    }

    [Fact]
    public void Who_moves_after_the_lists_were_asked_for_is_in_the_new_one()
    {
        KnownResidents known = Known(20);
        Assert.DoesNotContain(known.Of(known[4].Cohort, 11).ToArray(), ranked => ranked.Known == 4);
        known.Note(4, new KnownState { Day = 9, District = 11, IsPresent = true });
        Assert.Contains(known.Of(known[4].Cohort, 11).ToArray(), ranked => ranked.Known == 4);
        Assert.Empty(known.Of(-SchoolRolls.Before - 1, 0).ToArray());
    }

    // Lots in a few values only, so that addresses decide; number n lives in district n mod 7, every third also in the next one.
    private static KnownResidents Known(int count)
    {
        var known = new KnownResidents();
        for (int n = 0; n < count; n++)
        {
            uint word = new Draws(new DrawKey(1, 0), (ulong)n).Block(1, 0).A;
            known.Add(new KnownResident(word | (1UL << 40), 10 * n, (n % 5) - 2, RandomBlock.Uniform(word % 8 == 0 ? word : (word % 50) << 20)));
            known.Note(n, new KnownState { Day = 0, District = (byte)(n % 7), IsPresent = true });
            if (n % 3 == 0)
            {
                known.Note(n, new KnownState { Day = 5, District = (byte)((n % 7) + 1), IsPresent = true });
            }
        }

        return known;
    }

    private static bool LivedIn(int n, int district) => n % 7 == district || (n % 3 == 0 && (n % 7) + 1 == district);
}
