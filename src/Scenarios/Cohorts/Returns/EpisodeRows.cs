using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>Episodes of a year; what ends after it is open still.</summary>
internal static class EpisodeRows
{
    private const int FirstYearOfReasons = 2016;

    public static void Write(ChildYear year, TableRows rows)
    {
        CohortChild child = year.Child;
        foreach (CodedEpisode episode in year.Episodes)
        {
            bool ended = episode.Until is DateOnly until && until <= year.Year.End;
            rows.Text(child.Id).Date(episode.From).Text(episode.NewReason).Text(episode.Legal).Text(episode.Need).Text(episode.Place).Text(episode.Provider);
            rows.Date(ended ? episode.Until : null).Text(ended ? episode.End : null);
            rows.Text(ended && year.Year.Codes >= FirstYearOfReasons ? episode.MoveReason : null);

            // There is no distance from home where there was no home in this country.
            rows.Text(child.IsUnaccompanied ? null : child.Address.Postcode).Text(episode.Postcode).Text(episode.Urn).EndRow();
        }
    }
}
