using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Gives schools their places and pupils by year group, so that rolls and surplus are those of the evidence.</summary>
/// <param name="files">The data.</param>
/// <param name="layout">Planning areas.</param>
/// <param name="draft">The schools.</param>
internal sealed class PlacesBuilder(SchoolFiles files, AreaLayout layout, EstateDraft draft)
{
    private const double LeastSurplus = 0.004;

    /// <summary>Years R to 6.</summary>
    public void Primary(RollTargets targets)
    {
        for (int district = 0; district < files.Districts.Count; district++)
        {
            int[] pupils = targets.Rolls[district][..(YearGroups.LastPrimary + 1)];
            int[] places = PrimaryPlaces(files.Districts[district].Name, pupils);
            Fill(draft.Schools.Where(school => school.Area.District == district && school.Kind is SchoolKind.Infant or SchoolKind.Primary
                && school.Area.District == district), 0, places, pupils);
        }
    }

    /// <summary>Years 7 to 13. In 2014 surplus is printed by travel-to-learn area, in 2019 by district.</summary>
    public void Secondary(RollTargets targets)
    {
        for (int district = 0; district < files.Districts.Count; district++)
        {
            SchoolDraft[] schools = [.. draft.Schools.Where(school => school.Area.District == district && school.Kind == SchoolKind.Secondary)];
            IGrouping<string, SchoolDraft>[] cells =
                [.. schools.GroupBy(school => files.Year == 2014 ? layout.TravelArea(school.Area) : files.Districts[district].Name)];
            int[][] pupils = [.. cells.Select(_ => new int[YearGroups.LastSecondary - YearGroups.FirstSecondary + 1])];
            for (int year = YearGroups.FirstSecondary; year <= YearGroups.LastSecondary; year++)
            {
                int[] shares = Apportion.Share(
                    targets.Rolls[district][year], [.. cells.Select(cell => cell.Where(school => school.Has(year)).Sum(school => school.Weight))]);
                for (int cell = 0; cell < cells.Length; cell++)
                {
                    pupils[cell][year - YearGroups.FirstSecondary] = shares[cell];
                }
            }

            for (int cell = 0; cell < cells.Length; cell++)
            {
                Fill(cells[cell], YearGroups.FirstSecondary, SecondaryPlaces(cells[cell].Key, pupils[cell]), pupils[cell]);
            }

            SixthForm(schools, targets.Rolls[district]);
        }
    }

    /// <summary>Special schools: places that are printed, the rest shared among the others; pupils in proportion to places.</summary>
    public void Special()
    {
        SchoolDraft[] schools = [.. draft.Schools.Where(school => school.Kind == SchoolKind.Special)];
        int pupils = files.Year == 2019 ? (int)files.Observed("roll/special", "Kent", SchoolBaseline.May2019) : (int)files["special-roll"];
        int places = (int)Math.Round(pupils / files["special-fill"]);
        SchoolDraft[] others = [.. schools.Where(school => school.Places == 0)];
        int[] shares = Apportion.Share(places - schools.Sum(school => school.Places), [.. others.Select(school => school.Weight + 1)]);
        foreach ((SchoolDraft school, int share) in others.Zip(shares))
        {
            school.Places = share;
        }

        int[] rolls = Apportion.Share(pupils, [.. schools.Select(school => (double)school.Places)], [.. schools.Select(school => school.Places)]);
        foreach ((SchoolDraft school, int roll) in schools.Zip(rolls))
        {
            (school.Capacity[0], school.Roll[0]) = (school.Places, roll);
        }
    }

    private static void Fill(IEnumerable<SchoolDraft> schools, int first, int[] places, int[] pupils)
    {
        var set = new PlaceSet(schools, first, places[0]);
        for (int i = 0; i < places.Length; i++)
        {
            set.Fill(first + i, places[i], pupils[i]);
        }
    }

    private int[] PrimaryPlaces(string district, int[] pupils)
    {
        if (files.Year == 2014)
        {
            return FirstAndRest(
                pupils, files.Observed("surplus/year-r", district, SchoolBaseline.January2014), files.Observed("surplus/primary", district, SchoolBaseline.January2014));
        }

        return Level(pupils, files.Observed("surplus/primary", district, SchoolBaseline.July2019));
    }

    private int[] SecondaryPlaces(string area, int[] pupils)
    {
        if (files.Year == 2014)
        {
            return FirstAndRest(
                pupils, files.Observed("surplus/year-7", area, SchoolBaseline.January2014), files.Observed("surplus/secondary", area, SchoolBaseline.January2014));
        }

        return Level(pupils, files.Observed("surplus/secondary", area, SchoolBaseline.July2019));
    }

    // The surplus of the first year group and of all is printed: the other year groups share what is left alike.
    private static int[] FirstAndRest(int[] pupils, double firstSurplus, double allSurplus)
    {
        int first = Places(pupils[0], firstSurplus);
        int all = Places(pupils.Sum(), allSurplus);
        return [first, .. Apportion.Share(all - first, [.. pupils.Skip(1).Select(number => (double)number)])];
    }

    // Schools have the same number of places in each year group, as far as the largest year group has room.
    private static int[] Level(int[] pupils, double surplus)
    {
        int all = Places(pupils.Sum(), surplus);
        double level = (double)all / pupils.Length;
        for (double follow = 0; follow < 1; follow += 0.125)
        {
            int[] places = Apportion.Share(all, [.. pupils.Select(number => ((1 - follow) * level) + (follow * number * all / pupils.Sum()))]);
            if (places.Zip(pupils).All(pair => pair.First * (1 - LeastSurplus) >= pair.Second))
            {
                return places;
            }
        }

        return Apportion.Share(all, [.. pupils.Select(number => (double)number)]);
    }

    private static int Places(int pupils, double surplus) => (int)Math.Round(pupils / (1 - (surplus / 100)));

    private void SixthForm(SchoolDraft[] schools, int[] pupils)
    {
        for (int year = YearGroups.LastSecondary + 1; year < Estate.Years; year++)
        {
            SchoolDraft[] some = [.. schools.Where(school => school.Has(year))];
            int[] rolls = Apportion.Share(pupils[year], [.. some.Select(school => school.Roll[YearGroups.LastSecondary] * (school.Selective ? 1.4 : 1))]);
            foreach ((SchoolDraft school, int roll) in some.Zip(rolls))
            {
                (school.Roll[year], school.Capacity[year]) = (roll, (int)Math.Ceiling(roll / files["sixth-form-fill"]));
            }
        }
    }
}
