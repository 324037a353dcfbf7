namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// Schools whose places and pupils of a run of year groups have given sums. An infant school and its junior school are one unit. The admission
/// numbers that are printed are kept; the other schools share the rest of the first year group by size, in steps of five. Older year groups differ by what some
/// schools have grown or shrunk since: whole classes or half ones, as schools grow. The fuller schools are the more popular ones.
/// </summary>
internal sealed class PlaceSet
{
    private const int Step = 5;
    private const int Fewest = 5;
    private const int HalfClass = 15;
    private const int Class = 30;

    private readonly SchoolDraft[] _units;
    private readonly int _first;
    private readonly int[] _pans;
    private readonly SchoolDraft[] _growing;

    /// <summary>Sets the admission numbers.</summary>
    /// <param name="units">The schools that begin with the first year group.</param>
    /// <param name="first">That year group.</param>
    /// <param name="places">Places in it, all together.</param>
    public PlaceSet(IEnumerable<SchoolDraft> units, int first, int places)
    {
        _units = [.. units];
        _first = first;
        _pans = Pans(places);
        _growing = [.. _units.Where(unit => unit.PrintedPan == 0).OrderBy(unit => Scatter.Unit($"{unit.Id}/growth"))];
    }

    /// <summary>Places and pupils of a year group.</summary>
    /// <param name="year">The year group.</param>
    /// <param name="places">Places, all together.</param>
    /// <param name="pupils">Pupils, all together.</param>
    public void Fill(int year, int places, int pupils)
    {
        SchoolDraft[] schools = [.. _units.Where(unit => At(unit, year).Has(year)).Select(unit => At(unit, year))];
        foreach ((SchoolDraft unit, int pan) in _units.Zip(_pans))
        {
            At(unit, year).Capacity[year] = At(unit, year).Has(year) ? pan : 0;
        }

        if (year > _first || schools.Sum(school => school.Capacity[year]) != places)
        {
            Adjust(year, places - schools.Sum(school => school.Capacity[year]));
        }

        Enrol(schools, year, pupils);
    }

    private static SchoolDraft At(SchoolDraft unit, int year) => unit.Junior is not null && year > unit.LastYear ? unit.Junior : unit;

    private int[] Pans(int places)
    {
        int[] pans = [.. _units.Select(unit => unit.PrintedPan)];
        double[] weights = [.. _units.Select(unit => unit.PrintedPan > 0 || !unit.Has(_first) ? 0 : unit.Weight)];
        int rest = places - pans.Sum();
        int[] steps = Apportion.Share(rest / Step, weights);
        for (int i = 0; i < pans.Length; i++)
        {
            pans[i] += steps[i] * Step;
        }

        int largest = Enumerable.Range(0, pans.Length).MaxBy(i => steps[i]);
        pans[largest] += rest % Step;
        return pans;
    }

    private void Adjust(int year, int difference)
    {
        SchoolDraft[] growing = [.. _growing.Select(unit => At(unit, year)).Where(school => school.Has(year))];
        for (int before = 0; difference != 0 && before != difference;)
        {
            before = difference;
            foreach (SchoolDraft school in growing)
            {
                int most = school.Capacity[year] switch { >= 2 * Class => Class, >= Class => HalfClass, _ => Step };
                int change = Math.Clamp(difference, -Math.Min(most, Math.Max(0, school.Capacity[year] - Fewest)), most);
                school.Capacity[year] += change;
                difference -= change;
            }
        }
    }

    private static void Enrol(SchoolDraft[] schools, int year, int pupils)
    {
        int[] full = [.. schools.Select(school => school.Capacity[year] + school.OverOffer)];
        int vacancies = full.Sum() - pupils;
        if (vacancies < 0)
        {
            throw new InvalidOperationException($"{pupils} pupils of Year {year} have {full.Sum()} places around {schools[0].Name}");
        }

        // A school that takes more than its number is full.
        double[] weights = [.. schools.Select(school => school.OverOffer > 0 ? 0 : school.Capacity[year] * (0.04 + ((1 - school.Popularity) * (1 - school.Popularity))))];
        int[] limits = [.. schools.Select(school => school.OverOffer > 0 ? 0 : school.Capacity[year])];
        int[] free = Apportion.Share(vacancies, weights, limits);
        for (int i = 0; i < schools.Length; i++)
        {
            schools[i].Roll[year] = full[i] - free[i];
        }
    }
}
