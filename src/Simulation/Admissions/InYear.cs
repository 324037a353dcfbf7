using System.Numerics;
using System.Runtime.InteropServices;
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
    /// <summary>Schools in view of each area.</summary>
    public required SchoolReach Reach { get; init; }

    /// <summary>Places and rolls now; a school without places for the cohort takes nobody.</summary>
    public required SchoolRolls Rolls { get; init; }

    /// <summary>What is seen of each school now.</summary>
    public required SchoolAppeal Appeal { get; init; }
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
/// A function of what it is given, with room of its own to work in; those who apply on one day are to be asked in the order of an addressed
/// lot. Not thread-safe.
/// </summary>
public sealed class InYear
{
    private const int None = -1;
    private const int LaneBits = 6;
    private const int LastLane = (1 << LaneBits) - 1;

    private readonly float[] _miles = new float[InYearSchools.Most];
    private readonly RandomBlock[] _tastes = new RandomBlock[InYearSchools.Most];

    /// <summary>Finds a school; the caller puts the child on its roll.</summary>
    public InYearAnswer Find(AdmissionRates rates, in InYearView view, in InYearApplicant child, in Draws draws) =>
        Find(rates, view, child, draws, AdmissionCharacter.Of(draws));

    /// <summary>The same, for a caller who has drawn the character of many children in a block.</summary>
    internal InYearAnswer Find(AdmissionRates rates, in InYearView view, in InYearApplicant child, in Draws draws, in RandomBlock character)
    {
        InYearSchools.List schools = view.Reach.InYear.Of(child.Area, child.Year);
        ulong near = schools.Within(child.East, child.North, Floor(rates.Reach[(int)AdmissionYears.Phase(child.Year)]), _miles);
        if (child.Year < AdmissionYears.Secondary || !AdmissionCharacter.PassesTest(character, rates))
        {
            near &= (1UL << schools.Open) - 1;
        }

        ulong free = WithPlace(rates, view.Rolls, child, schools, near, out int nearest);
        if (free != 0)
        {
            int liked = LikedBest(rates, view.Appeal, child, draws, schools, free, AdmissionCharacter.OfFaith(character, rates));
            bool above = view.Rolls.Free(liked, child.Cohort) <= 0;
            return new InYearAnswer((ushort)liked, above ? InYearRoute.Excepted : InYearRoute.Place);
        }

        bool found = nearest != None && draws.For(Process.InYear, child.Applications).UniformA < rates.FairAccess;
        return found
            ? new InYearAnswer((ushort)nearest, InYearRoute.FairAccess)
            : new InYearAnswer(ResidentState.NoSchool, InYearRoute.None);
    }

    /// <summary>Which of the schools in reach have a place for the child; and the nearest of the others that may take one above its number.</summary>
    private ulong WithPlace(
        AdmissionRates rates, SchoolRolls rolls, in InYearApplicant child, InYearSchools.List schools, ulong near, out int nearest)
    {
        ReadOnlySpan<SchoolRolls.CohortPlaces> places = rolls.Of(child.Cohort);
        ulong free = 0;
        for (ulong left = near; left != 0; left &= left - 1)
        {
            int lane = BitOperations.TrailingZeroCount(left);
            free |= (ulong)places[schools[lane].School].HasPlace << lane;
        }

        nearest = None;
        ulong full = near & ~free & schools.OverOffering;
        return full == 0 ? free : free | Above(rates, places, child, schools, full, ref nearest);
    }

    /// <summary>The full schools that may take one above their number: all of them for a child whom the law excepts, else the nearest.</summary>
    private ulong Above(
        AdmissionRates rates, ReadOnlySpan<SchoolRolls.CohortPlaces> places, in InYearApplicant child, InYearSchools.List schools, ulong full, ref int nearest)
    {
        bool excepted = child.Facts != InYearFacts.None;
        ulong open = 0;
        float least = float.PositiveInfinity;
        for (ulong left = full; left != 0; left &= left - 1)
        {
            int lane = BitOperations.TrailingZeroCount(left);
            ref readonly SchoolRolls.CohortPlaces at = ref places[schools[lane].School];
            if (at.Free <= -rates.Above(at.Capacity, schools[lane].OverOffer, child.Year, excepted))
            {
                continue;
            }

            if (excepted)
            {
                open |= 1UL << lane;
            }
            else if (lane < schools.Open && _miles[lane] < least)
            {
                (nearest, least) = (schools[lane].School, _miles[lane]);
            }
        }

        return open;
    }

    private int LikedBest(
        AdmissionRates rates, SchoolAppeal appeal, in InYearApplicant child, in Draws draws, InYearSchools.List schools, ulong free, bool faith)
    {
        ReadOnlySpan<ulong> blocks = schools.Blocks;
        Philox4x32.Fill(draws.Key, draws.Entity, (ushort)Process.Preference, blocks, _tastes.AsSpan(0, blocks.Length));
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<RandomBlock, uint>(_tastes);
        float ofFaith = faith ? (float)rates.FaithEffect : 0;
        var perMile = (float)rates.PerMile[(int)AdmissionYears.Phase(child.Year)];
        long best = long.MinValue;
        for (ulong left = free; left != 0; left &= left - 1)
        {
            int lane = BitOperations.TrailingZeroCount(left);
            ref readonly InYearSchool school = ref schools[lane];
            float seen = appeal.Of(school.School, school.Own) + (school.Faith * ofFaith) - (perMile * _miles[lane]);
            best = Math.Max(best, Rank(seen + Taste.OfWord(words[school.Word]), lane));
        }

        return schools[LaneOf(best)].School;
    }

    /// <summary>A number of the order of likings; of two that are the same the lane listed first ranks higher. Without a branch, since none of them could be foreseen.</summary>
    internal static long Rank(float liking, int lane)
    {
        int bits = BitConverter.SingleToInt32Bits(liking + 0f); // Of the two zeros, the positive.
        int sortable = bits ^ ((bits >> 31) & int.MaxValue);
        return ((long)sortable << LaneBits) | (uint)(LastLane - lane);
    }

    /// <summary>The lane of such a number.</summary>
    internal static int LaneOf(long rank) => LastLane - (int)(rank & LastLane);

    /// <summary>The longest way in single precision that is not beyond a reach.</summary>
    internal static float Floor(double reach)
    {
        var near = (float)reach;
        return near > reach ? float.BitDecrement(near) : near;
    }
}
