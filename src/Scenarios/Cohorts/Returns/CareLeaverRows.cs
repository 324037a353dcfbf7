using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>OC3: young people who became care leavers, in the years of their 18th to 21st birthdays.</summary>
internal sealed class CareLeaverRows(CohortShares shares)
{
    private const int Majority = 18;
    private const int OldestLeaver = 21;
    private const int Nineteen = 19;
    private const int AgeOfCounting = 14;
    private const int LeastDays = 91;
    private const string InTouch = "YES";
    private const string Nothing = "0";

    /// <summary>Writes the row of a care leaver.</summary>
    /// <returns>Whether the young person is one in the year.</returns>
    public bool Write(ChildYear year, TableRows rows, IReadOnlyList<CodedEpisode> all)
    {
        CohortChild child = year.Child;
        CodedEpisode last = all[^1];
        bool left = child.Care!.LeaverFrom != ChildState.Never && last.EndsCare && last.Until <= year.Year.End && !year.IsWholeYear;
        if (!left || DaysThatCount(child, all) < LeastDays || year.Birthday(Majority) > year.Year.End || year.Birthday(OldestLeaver) < year.Year.Start)
        {
            return false;
        }

        RandomBlock luck = year.Luck(ReturnBlocks.Leaver);
        string touch = shares["in-touch"].Sample(luck.UniformA);
        string ages = year.Birthday(Nineteen) <= year.Year.End ? "19-21" : "17-18";
        rows.Text(child.Id).Date(child.Born).Text(touch);
        rows.Text(touch == InTouch ? shares["activity"].Sample(luck.UniformB) : Nothing);
        rows.Text(touch == InTouch ? AccommodationOf(child, year, ages, luck.UniformC) : Nothing).EndRow();
        return true;
    }

    /// <summary>Days looked after from the 14th birthday on; only 13 weeks of them make a care leaver in law.</summary>
    private static int DaysThatCount(CohortChild child, IReadOnlyList<CodedEpisode> all)
    {
        DateOnly from = child.Born.AddYears(AgeOfCounting);
        return all.Where(episode => episode.EndsCare)
            .Sum(last => Math.Max(0, last.Until!.Value.DayNumber - Math.Max(last.CareBegan.DayNumber, from.DayNumber)));
    }

    /// <summary>Who stays put is with the former carers as long as that lasts.</summary>
    private string AccommodationOf(CohortChild child, ChildYear year, string ages, double uniform)
    {
        bool stays = child.Care!.Episodes[^1].End == "E17"
            && (child.Care.StayingPutUntil == ChildState.Never || child.StayingPutUntil > year.Year.End);
        return stays ? "Z1" : shares[$"accommodation/{ages}"].Sample(uniform);
    }
}
