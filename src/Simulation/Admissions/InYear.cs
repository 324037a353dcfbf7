using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>Facts that bear on an application outside a round.</summary>
[Flags]
public enum InYearFacts : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Looked after, or looked after before: admitted above the number where need be.</summary>
    LookedAfter = 1,

    /// <summary>A twin or other child whom the law excepts from the limit of infant classes.</summary>
    Excepted = 2,
}

/// <summary>A child who seeks a place outside a round.</summary>
/// <param name="Year">Year group, 0 to 13.</param>
/// <param name="Cohort">Cohort, by which places and rolls are kept.</param>
/// <param name="Area">Planning area of the home.</param>
/// <param name="East">Home, hundredths of a mile east of the origin.</param>
/// <param name="North">Home, hundredths of a mile north of the origin.</param>
/// <param name="Applications">Applications outside rounds so far: the ordinal of <see cref="Process.InYear"/>.</param>
/// <param name="Facts">Facts that bear on it.</param>
public readonly record struct InYearApplicant(
    int Year, int Cohort, int Area, int East, int North, int Applications, InYearFacts Facts = InYearFacts.None);

/// <summary>What an application outside a round sees of the schools.</summary>
public readonly ref struct InYearView
{
    /// <summary>Schools and areas.</summary>
    public required Estate Estate { get; init; }

    /// <summary>Schools in view of each area.</summary>
    public required SchoolReach Reach { get; init; }

    /// <summary>Places and rolls now; a school without places for the cohort takes nobody.</summary>
    public required SchoolRolls Rolls { get; init; }

    /// <summary>How well schools are liked now at equal distance, by index.</summary>
    public required ReadOnlySpan<double> Liking { get; init; }

    /// <summary>Latest grades, by index.</summary>
    public required ReadOnlySpan<Grade> Grades { get; init; }
}

/// <summary>How an application outside a round ended.</summary>
public enum InYearRoute : byte
{
    /// <summary>No place in reach: waits.</summary>
    None,

    /// <summary>A school with a place.</summary>
    Place,

    /// <summary>Above the number, as the law has it for this child.</summary>
    Excepted,

    /// <summary>Above the number, by the fair access protocol.</summary>
    FairAccess,
}

/// <summary>What an application outside a round got.</summary>
/// <param name="School">The school, or <see cref="ResidentState.NoSchool"/>.</param>
/// <param name="Route">How.</param>
public readonly record struct InYearAnswer(ushort School, InYearRoute Route);

/// <summary>
/// Admission of one child outside a round: the school liked best among those in reach with a place, with the same tastes as in a round; a child
/// whom the law excepts, the one liked best among those not yet at their number and over-offer; else, by fair access, the nearest that may
/// take one above its number. Of schools liked the same or as near, the one listed first (nearer to the area's centre, then by index).
/// A pure function; those who apply on one day are to be asked in the order of an addressed lot.
/// </summary>
public static class InYear
{
    private const float MilesPerUnit = 0.01f;

    /// <summary>Schools in view at the most.</summary>
    private const int Most = SchoolReach.MostPrimary + SchoolReach.MostPrimary + SchoolReach.MostSelective;

    /// <summary>Finds a school; the caller puts the child on its roll.</summary>
    public static InYearAnswer Find(AdmissionRates rates, in InYearView view, in InYearApplicant child, in Draws draws)
    {
        Span<int> schools = stackalloc int[Most];
        Span<float> miles = stackalloc float[Most];
        var search = new Search(rates, view, child, schools, miles);
        search.Over(view.Reach.Search.Open(child.Area, child.Year));
        if (child.Year >= AdmissionYears.Secondary && AdmissionCharacter.PassesTest(AdmissionCharacter.Of(draws), rates))
        {
            search.Over(view.Reach.Search.Selective(child.Area, child.Year));
        }

        if (search.Count > 0)
        {
            int liked = LikedBest(rates, view, child, draws, schools[..search.Count], miles);
            bool above = view.Rolls.Free(liked, child.Cohort) <= 0;
            return new InYearAnswer((ushort)liked, above ? InYearRoute.Excepted : InYearRoute.Place);
        }

        bool found = search.Nearest >= 0 && draws.For(Process.InYear, child.Applications).UniformA < rates.FairAccess;
        return found
            ? new InYearAnswer((ushort)search.Nearest, InYearRoute.FairAccess)
            : new InYearAnswer(ResidentState.NoSchool, InYearRoute.None);
    }

    private static int LikedBest(
        AdmissionRates rates, in InYearView view, in InYearApplicant child, in Draws draws, ReadOnlySpan<int> schools, ReadOnlySpan<float> miles)
    {
        Span<ulong> entities = stackalloc ulong[schools.Length];
        Span<ulong> ordinals = stackalloc ulong[schools.Length];
        Span<RandomBlock> taste = stackalloc RandomBlock[schools.Length];
        SchoolPhase phase = AdmissionYears.Phase(child.Year);
        for (int n = 0; n < schools.Length; n++)
        {
            (entities[n], ordinals[n]) = (draws.Entity, (ulong)Taste.Ordinal(phase, schools[n]));
        }

        Philox4x32.Fill(draws.Key, entities, (ushort)Process.Preference, ordinals, taste);
        bool faith = AdmissionCharacter.OfFaith(AdmissionCharacter.Of(draws), rates);
        int district = view.Estate.Areas[child.Area].District;
        int best = 0;
        float most = float.NegativeInfinity;
        for (int n = 0; n < schools.Length; n++)
        {
            int index = schools[n];
            School school = view.Estate.Schools[index];
            float seen = Taste.Seen(rates, phase, school, view.Liking[index], view.Grades[index], district)
                + (faith && school.Faith ? (float)rates.FaithEffect : 0)
                - ((float)rates.PerMile[(int)phase] * miles[n]);
            float liking = seen + Taste.OfWord(Taste.Word(taste[n], index));
            (best, most) = liking > most ? (n, liking) : (best, most);
        }

        return schools[best];
    }

    /// <summary>The walk over the schools in view: it notes those with a place, and the nearest of the others that may take one more.</summary>
    private ref struct Search
    {
        private readonly AdmissionRates _rates;
        private readonly SchoolRolls _rolls;
        private readonly Span<int> _schools;
        private readonly Span<float> _miles;
        private readonly double _reach;
        private readonly float _east;
        private readonly float _north;
        private readonly int _year;
        private readonly int _cohort;
        private readonly bool _excepted;
        private float _least = float.PositiveInfinity;

        public Search(AdmissionRates rates, in InYearView view, in InYearApplicant child, Span<int> schools, Span<float> miles)
        {
            (_rates, _rolls) = (rates, view.Rolls);
            _schools = schools;
            _miles = miles;
            _reach = rates.Reach[(int)AdmissionYears.Phase(child.Year)];
            (_east, _north, _year, _cohort) = (child.East, child.North, child.Year, child.Cohort);
            _excepted = child.Facts != InYearFacts.None;
        }

        /// <summary>Schools noted.</summary>
        public int Count { get; private set; }

        /// <summary>The nearest school that may take one above its number, or -1.</summary>
        public int Nearest { get; private set; } = -1;

        public void Over(ReadOnlySpan<InSearch> schools)
        {
            foreach (ref readonly InSearch school in schools)
            {
                float east = school.East - _east;
                float north = school.North - _north;
                float miles = float.Sqrt((east * east) + (north * north)) * MilesPerUnit;
                if (miles <= _reach)
                {
                    Consider(school, miles);
                }
            }
        }

        private void Consider(in InSearch school, float miles)
        {
            ref readonly SchoolRolls.CohortPlaces places = ref _rolls.At(school.School, _cohort);
            int above = _rates.Above(places.Capacity, school.OverOffer, _year, _excepted);
            if (places.Capacity > 0 && places.Free > (_excepted ? -above : 0))
            {
                _schools[Count] = school.School;
                _miles[Count++] = miles;
            }
            else if (places.Free > -above && !school.Selective && miles < _least)
            {
                (Nearest, _least) = (school.School, miles);
            }
        }
    }
}
