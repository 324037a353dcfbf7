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

/// <summary>What sixth forms are to one who looks for another, each by index.</summary>
public readonly ref struct SixthForms
{
    /// <summary>Schools and areas.</summary>
    public required Estate Estate { get; init; }

    /// <summary>Schools in view of each area.</summary>
    public required SchoolReach Reach { get; init; }

    /// <summary>Places left in Year 12 for those from other schools; at most 0 where there is none.</summary>
    public required ReadOnlySpan<int> Free { get; init; }

    /// <summary>How well schools are liked now at equal distance.</summary>
    public required ReadOnlySpan<double> Liking { get; init; }

    /// <summary>Latest grades.</summary>
    public required ReadOnlySpan<Grade> Grades { get; init; }
}

/// <summary>
/// Who stays at school after Year 11. Everyone takes part in education or training to 18, but not all at a school: a young person stays in the
/// own sixth form, or moves to the one liked best in reach that has a place (passing the test at eleven does not matter then), or
/// leaves for a college, an apprenticeship or work with training. Pure; whoever moves is to be asked in the order of an addressed lot.
/// </summary>
public static class StayingOn
{
    private const float MilesPerUnit = 0.01f;

    /// <summary>The school of Year 12; <see cref="ResidentState.NoSchool"/> for one who leaves.</summary>
    public static ushort AfterYear11(AdmissionRates rates, in SixthForms view, in Leaver leaver, in Draws draws)
    {
        RandomBlock block = draws.For(Process.StayingOn, 0);
        if (leaver.School != ResidentState.NoSchool && view.Estate.Schools[leaver.School].SixthForm)
        {
            bool selective = view.Estate.Schools[leaver.School].Selective;
            if (block.UniformA < (selective ? rates.StayingOn.OwnSelective : rates.StayingOn.Own))
            {
                return leaver.School;
            }
        }

        return block.UniformB < rates.StayingOn.Move ? Other(rates, view, leaver, draws) : ResidentState.NoSchool;
    }

    /// <summary>Whether one who is in Year 12 goes on to Year 13.</summary>
    public static bool AfterYear12(AdmissionRates rates, in Draws draws) =>
        draws.For(Process.StayingOn, 0).UniformC < rates.StayingOn.Year13;

    private static ushort Other(AdmissionRates rates, in SixthForms view, in Leaver leaver, in Draws draws)
    {
        ushort best = ResidentState.NoSchool;
        float most = float.NegativeInfinity;
        Look(rates, view, leaver, draws, view.Reach.Open(leaver.Area, AdmissionYears.Secondary), ref best, ref most);
        Look(rates, view, leaver, draws, view.Reach.Selective(leaver.Area), ref best, ref most);
        return best;
    }

    private static void Look(
        AdmissionRates rates, in SixthForms view, in Leaver leaver, in Draws draws, ReadOnlySpan<int> schools, ref ushort best, ref float most)
    {
        const SchoolPhase phase = SchoolPhase.Secondary;
        int district = view.Estate.Areas[leaver.Area].District;
        foreach (int index in schools)
        {
            School school = view.Estate.Schools[index];
            float east = school.East - leaver.East;
            float north = school.North - leaver.North;
            float miles = float.Sqrt((east * east) + (north * north)) * MilesPerUnit;
            if (!school.SixthForm || index == leaver.School || view.Free[index] <= 0 || miles > rates.Reach[(int)phase])
            {
                continue;
            }

            float liking = Taste.Seen(rates, phase, school, view.Liking[index], view.Grades[index], district)
                - ((float)rates.PerMile[(int)phase] * miles) + Taste.Of(draws, phase, index);
            if (liking > most)
            {
                (best, most) = ((ushort)index, liking);
            }
        }
    }
}
