using System.Numerics;
using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>A young person at the end of Year 11.</summary>
/// <param name="School">The school of Year 11, or <see cref="ResidentState.NoSchool"/>.</param>
/// <param name="Area">Planning area of the home.</param>
/// <param name="East">Home, hundredths of a mile east of the origin.</param>
/// <param name="North">Home, hundredths of a mile north of the origin.</param>
public readonly record struct Leaver(ushort School, int Area, int East, int North);

/// <summary>What sixth forms are to one who looks for another.</summary>
public readonly ref struct SixthForms
{
    /// <summary>Schools and areas.</summary>
    public required Estate Estate { get; init; }

    /// <summary>Schools in view of each area.</summary>
    public required SchoolReach Reach { get; init; }

    /// <summary>Places left in Year 12 for those from other schools, by index; at most 0 where there is none.</summary>
    public required ReadOnlySpan<int> Free { get; init; }

    /// <summary>What is seen of schools now, with the rates in force.</summary>
    public required SchoolAppeal Appeal { get; init; }
}

/// <summary>
/// Who stays at school after Year 11. Everyone takes part in education or training to 18, but not all at a school: a young person stays in the
/// own sixth form, or moves to the one liked best in reach that has a place (passing the test at eleven does not matter then), or
/// leaves for a college, an apprenticeship or work with training. Pure; whoever moves is to be asked in the order of an addressed lot.
/// </summary>
public static class StayingOn
{
    /// <summary>The school of Year 12; <see cref="ResidentState.NoSchool"/> for one who leaves.</summary>
    public static ushort AfterYear11(AdmissionRates rates, in SixthForms view, in Leaver leaver, in Draws draws)
    {
        RandomBlock luck = Of(draws);
        return StaysInOwn(rates, view.Estate, leaver.School, luck) ? leaver.School
            : LooksElsewhere(rates, luck) ? Other(rates, view, leaver, draws)
            : ResidentState.NoSchool;
    }

    /// <summary>Whether one who is in Year 12 goes on to Year 13.</summary>
    public static bool AfterYear12(AdmissionRates rates, in Draws draws) => AfterYear12(rates, Of(draws));

    /// <summary>The same, for a caller who has made the draws of many in a block.</summary>
    internal static bool AfterYear12(AdmissionRates rates, in RandomBlock luck) => luck.UniformC < rates.StayingOn.Year13;

    /// <summary>Whether one stays in the sixth form of the own school, if it has one.</summary>
    internal static bool StaysInOwn(AdmissionRates rates, Estate estate, ushort own, in RandomBlock luck)
    {
        if (own == ResidentState.NoSchool)
        {
            return false;
        }

        School school = estate.Schools[own];
        return school.SixthForm && luck.UniformA < (school.Selective ? rates.StayingOn.OwnSelective : rates.StayingOn.Own);
    }

    /// <summary>Whether one who does not stay looks for another sixth form.</summary>
    internal static bool LooksElsewhere(AdmissionRates rates, in RandomBlock luck) => luck.UniformB < rates.StayingOn.Move;

    /// <summary>The sixth form liked best of those in reach that have a place, the own one apart; <see cref="ResidentState.NoSchool"/> if there is none.</summary>
    internal static ushort Other(AdmissionRates rates, in SixthForms view, in Leaver leaver, in Draws draws)
    {
        const int phase = (int)SchoolPhase.Secondary;
        InYearSchools.List schools = view.Reach.SixthForms[leaver.Area];
        Span<float> miles = stackalloc float[InYearSchools.Most];
        ulong free = 0;
        for (ulong near = schools.Within(leaver.East, leaver.North, InYear.Floor(rates.Reach[phase]), miles); near != 0; near &= near - 1)
        {
            int lane = BitOperations.TrailingZeroCount(near);
            int school = schools[lane].School;
            free |= (view.Free[school] > 0 & school != leaver.School ? 1UL : 0) << lane;
        }

        return free == 0 ? ResidentState.NoSchool : LikedBest(view.Appeal, schools, free, miles, (float)rates.PerMile[phase], draws);
    }

    private static ushort LikedBest(
        SchoolAppeal appeal, InYearSchools.List schools, ulong free, ReadOnlySpan<float> miles, float perMile, in Draws draws)
    {
        ReadOnlySpan<ulong> blocks = schools.Blocks;
        Span<RandomBlock> tastes = stackalloc RandomBlock[blocks.Length];
        Philox4x32.Fill(draws.Key, draws.Entity, (ushort)Process.Preference, blocks, tastes);
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<RandomBlock, uint>(tastes);
        long best = long.MinValue;
        for (; free != 0; free &= free - 1)
        {
            int lane = BitOperations.TrailingZeroCount(free);
            ref readonly InYearSchool school = ref schools[lane];
            float seen = appeal.Of(school.School, school.Own) - (perMile * miles[lane]);
            best = Math.Max(best, InYear.Rank(seen + Taste.OfWord(words[school.Word]), lane));
        }

        return schools[InYear.LaneOf(best)].School;
    }

    private static RandomBlock Of(in Draws draws) => draws.For(Process.StayingOn, 0);
}
