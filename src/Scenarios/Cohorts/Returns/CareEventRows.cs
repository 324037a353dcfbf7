using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>What falls into a time of care: reviews, and times when the child was missing.</summary>
internal sealed class CareEventRows(CohortShares shares)
{
    // The law's: within 20 working days, then within three months, then every six at most.
    private const int FirstReview = 27;
    private const int SecondReview = 110;
    private const int Between = 178;
    private const int AgeOfTakingPart = 4;
    private const string TooYoung = "PN0";
    private const int Teenage = 10;
    private const int AlmostAdult = 16;

    /// <summary>The reviews of the year.</summary>
    public void WriteReviews(ChildYear year, TableRows rows)
    {
        int written = 0;
        foreach (CodedEpisode[] period in Periods(year))
        {
            DateOnly began = period[0].CareBegan;
            DateOnly last = period[^1] is { EndsCare: true, Until: DateOnly until } && until <= year.Year.End ? until.AddDays(-1) : year.Year.End;
            foreach (DateOnly review in ReviewsOf(began, last).Where(review => review >= year.Year.Start))
            {
                RandomBlock luck = year.Luck(ReturnBlocks.Review + written++);
                string took = review < year.Birthday(AgeOfTakingPart) ? TooYoung : shares["review"].Sample(luck.UniformA);
                rows.Text(year.Child.Id).Date(year.Child.Born).Date(review).Text(took).EndRow();
            }
        }
    }

    /// <summary>Times missing or away, within one episode each.</summary>
    public void WriteMissing(ChildYear year, TableRows rows)
    {
        int age = year.Child.AgeOn(year.Year.End);
        string band = age < Teenage ? "under-10" : age < AlmostAdult ? "10-15" : "16-over";
        int times = int.Parse(shares[$"missing-a-year/{band}"].Sample(year.Luck(ReturnBlocks.MissingCount).UniformA), CultureInfo.InvariantCulture);
        int days = year.Year.End.DayNumber - year.Year.Start.DayNumber + 1;
        for (int i = 0; i < times; i++)
        {
            // Each time has a part of the year of its own, so that no two overlap; what does not fall into care has not been.
            RandomBlock luck = year.Luck(ReturnBlocks.Missing + i);
            DateOnly from = year.Year.Start.AddDays((int)((i + (0.6 * luck.UniformA)) * days / times));
            int length = int.Parse(shares["missing-days"].Sample(luck.UniformB), CultureInfo.InvariantCulture);
            CodedEpisode? within = year.Episodes.FirstOrDefault(episode => episode.From < from && (episode.Until is not DateOnly until || until > from.AddDays(length)));
            if (within is not null && from.AddDays(length) <= year.Year.End)
            {
                rows.Text(year.Child.Id).Date(year.Child.Born).Text(shares["missing-kind"].Sample(luck.UniformC)).Date(from).Date(from.AddDays(length)).EndRow();
            }
        }
    }

    private static IEnumerable<CodedEpisode[]> Periods(ChildYear year) =>
        year.Episodes.GroupBy(episode => episode.CareBegan).Select(period => period.ToArray());

    private static IEnumerable<DateOnly> ReviewsOf(DateOnly began, DateOnly last)
    {
        DateOnly review = began.AddDays(FirstReview);
        for (int number = 1; review <= last; number++)
        {
            yield return review;
            review = number == 1 ? began.AddDays(SecondReview) : review.AddDays(Between);
        }
    }
}
