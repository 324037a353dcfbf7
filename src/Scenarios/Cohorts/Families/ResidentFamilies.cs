using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.Scenarios.Cohorts.Families;

/// <summary>
/// Makes families of residents, whom the simulation knows one by one. Within a planning area each child, in the order of an addressed lot, takes the brothers and sisters that its
/// luck asks for from those who are nobody's yet, of the years near its own. Whoever is in care has a sibling group of its own and is left out.
/// </summary>
internal sealed class ResidentFamilies(CohortShares shares)
{
    private const int MostApart = 4;
    private const int FarthestApart = 8;
    private readonly ShareTable _sizes = shares["family-size"];

    /// <summary>The families; every resident is in one.</summary>
    public IEnumerable<Member[]> Form(CountyHistory county)
    {
        int areas = county.HasSchools ? county.Estate.Areas.Length : 0;
        var byArea = new List<(uint Lot, int Number)>[areas];
        RandomBlock[] luck = new RandomBlock[county.Residents.Length];
        for (int number = 0; number < county.Residents.Length; number++)
        {
            if (county.LinkedTo[number] is null)
            {
                ref readonly ResidentState child = ref county.Residents[number];
                luck[number] = county.DrawsOf(child.Id).Cohort(CohortDraws.HouseholdBlock);
                (byArea[child.Area] ??= []).Add((luck[number].A, number));
            }
        }

        return byArea.Where(area => area is not null).SelectMany(area => FormIn(area, county.Residents, luck));
    }

    private List<Member[]> FormIn(List<(uint Lot, int Number)> area, ResidentState[] residents, RandomBlock[] luck)
    {
        area.Sort();
        var free = new Dictionary<int, Queue<int>>();
        foreach ((_, int number) in area)
        {
            int cohort = residents[number].Cohort;
            (free.TryGetValue(cohort, out Queue<int>? queue) ? queue : free[cohort] = new Queue<int>()).Enqueue(number);
        }

        var taken = new HashSet<int>(area.Count);
        var families = new List<Member[]>();
        foreach ((_, int lead) in area)
        {
            if (taken.Add(lead))
            {
                int size = int.Parse(_sizes.Sample(luck[lead].UniformB), CultureInfo.InvariantCulture);
                var members = new List<Member>(size) { new(null, lead) };
                for (int sibling = 1; sibling < size; sibling++)
                {
                    int found = Next(free, taken, residents[lead].Cohort, Apart(luck[lead], sibling));
                    if (found >= 0)
                    {
                        members.Add(new Member(null, found));
                    }
                }

                families.Add([.. members]);
            }
        }

        return families;
    }

    /// <summary>How many school years a brother or sister is older (negative) or younger, as the lead's luck has it.</summary>
    private static int Apart(in RandomBlock luck, int sibling)
    {
        int years = 1 + (int)((luck.C >> (4 * sibling)) % MostApart);
        return ((luck.D >> sibling) & 1) == 0 ? years : -years;
    }

    /// <summary>The first free child of the year asked for, or of one a little farther from the lead's; -1 where there is none.</summary>
    private static int Next(Dictionary<int, Queue<int>> free, HashSet<int> taken, int cohort, int apart)
    {
        for (int farther = 0; Math.Abs(apart) + farther <= FarthestApart; farther++)
        {
            if (free.TryGetValue(cohort + apart + (Math.Sign(apart) * farther), out Queue<int>? queue))
            {
                while (queue.TryDequeue(out int number))
                {
                    if (taken.Add(number))
                    {
                        return number;
                    }
                }
            }
        }

        return -1;
    }
}
