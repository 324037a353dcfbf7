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
        RandomBlock character = AdmissionCharacter.Of(draws);
        bool selective = child.Year >= AdmissionYears.Secondary && AdmissionCharacter.PassesTest(character, rates);
        bool faith = AdmissionCharacter.OfFaith(character, rates);
        Span<ulong> ordinals = stackalloc ulong[Most];
        Span<int> schools = stackalloc int[Most];
        Span<float> seen = stackalloc float[Most];
        var search = new Search(rates, view, child, faith, ordinals, schools, seen);
        search.Over(view.Reach.Open(child.Area, AdmissionYears.Reception));
        search.Over(child.Year < AdmissionYears.Secondary
            ? view.Reach.Open(child.Area, AdmissionYears.Junior)
            : view.Reach.Open(child.Area, AdmissionYears.Secondary));
        search.Over(selective ? view.Reach.Selective(child.Area) : []);
        if (search.Count > 0)
        {
            int liked = LikedBest(draws, ordinals[..search.Count], schools, seen);
            bool above = view.Rolls.Free(liked, child.Cohort) <= 0;
            return new InYearAnswer((ushort)liked, above ? InYearRoute.Excepted : InYearRoute.Place);
        }

        bool found = search.Nearest >= 0 && draws.For(Process.InYear, child.Applications).UniformA < rates.FairAccess;
        return found
            ? new InYearAnswer((ushort)search.Nearest, InYearRoute.FairAccess)
            : new InYearAnswer(ResidentState.NoSchool, InYearRoute.None);
    }

    private static int LikedBest(in Draws draws, ReadOnlySpan<ulong> ordinals, ReadOnlySpan<int> schools, ReadOnlySpan<float> seen)
    {
        Span<ulong> entities = stackalloc ulong[Most];
        Span<RandomBlock> taste = stackalloc RandomBlock[Most];
        entities.Fill(draws.Entity);
        Philox4x32.Fill(draws.Key, entities[..ordinals.Length], (ushort)Process.Preference, ordinals, taste[..ordinals.Length]);
        int best = 0;
        float most = float.NegativeInfinity;
        for (int n = 0; n < ordinals.Length; n++)
        {
            float liking = seen[n] + Taste.OfWord(Taste.Word(taste[n], schools[n]));
            (best, most) = liking > most ? (n, liking) : (best, most);
        }

        return schools[best];
    }

    /// <summary>The walk over the schools in view: it notes those with a place, and the nearest of the others that may take one more.</summary>
    private ref struct Search
    {
        private readonly AdmissionRates _rates;
        private readonly InYearView _view;
        private readonly InYearApplicant _child;
        private readonly bool _faith;
        private readonly SchoolPhase _phase;
        private readonly int _district;
        private readonly bool _excepted;
        private readonly Span<ulong> _ordinals;
        private readonly Span<int> _schools;
        private readonly Span<float> _seen;
        private float _least = float.PositiveInfinity;

        public Search(
            AdmissionRates rates, in InYearView view, in InYearApplicant child, bool faith, Span<ulong> ordinals, Span<int> schools, Span<float> seen)
        {
            _view = view;
            (_rates, _child, _faith) = (rates, child, faith);
            _ordinals = ordinals;
            _schools = schools;
            _seen = seen;
            _phase = AdmissionYears.Phase(child.Year);
            _district = view.Estate.Areas[child.Area].District;
            _excepted = child.Facts != InYearFacts.None;
        }

        /// <summary>Schools noted.</summary>
        public int Count { get; private set; }

        /// <summary>The nearest school that may take one above its number, or -1.</summary>
        public int Nearest { get; private set; } = -1;

        public void Over(ReadOnlySpan<int> schools)
        {
            foreach (int index in schools)
            {
                School school = _view.Estate.Schools[index];
                if (school.Teaches(_child.Year) && Miles(school) is float miles && miles <= _rates.Reach[(int)_phase])
                {
                    Consider(school, miles);
                }
            }
        }

        private void Consider(School school, float miles)
        {
            int free = _view.Rolls.Free(school.Index, _child.Cohort);
            int capacity = _view.Rolls.Capacity(school.Index, _child.Cohort);
            int above = _rates.Above(capacity, school.OverOffer, _child.Year, _excepted);
            bool place = capacity > 0 && free > (_excepted ? -above : 0);
            if (place)
            {
                Note(school, miles);
            }
            else if (free > -above && !school.Selective && miles < _least)
            {
                (Nearest, _least) = (school.Index, miles);
            }
        }

        private void Note(School school, float miles)
        {
            _seen[Count] = Taste.Seen(_rates, _phase, school, _view.Liking[school.Index], _view.Grades[school.Index], _district)
                + (_faith && school.Faith ? (float)_rates.FaithEffect : 0)
                - ((float)_rates.PerMile[(int)_phase] * miles);
            _schools[Count] = school.Index;
            _ordinals[Count++] = (ulong)Taste.Ordinal(_phase, school.Index);
        }

        private readonly float Miles(School school)
        {
            float east = school.East - _child.East;
            float north = school.North - _child.North;
            return float.Sqrt((east * east) + (north * north)) * MilesPerUnit;
        }
    }
}
