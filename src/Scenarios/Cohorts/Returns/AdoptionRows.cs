using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>
/// Adoption: the decision that a child should be placed, and the adoption itself. The decision comes some weeks before the placement order or the placement,
/// whichever is first, and never before the child came into care.
/// </summary>
internal sealed class AdoptionRows(CohortShares shares)
{
    private const int MostDaysBefore = 120;
    private const string OtherReason = "RD4";

    private readonly ShareTable _adopters = shares["adopters"];

    public void Write(ChildYear year, TableRows decisions, TableRows adoptions, IReadOnlyList<CodedEpisode> all)
    {
        CohortChild child = year.Child;
        foreach (DateOnly began in all.Select(episode => episode.CareBegan).Distinct())
        {
            CodedEpisode[] period = [.. all.Where(episode => episode.CareBegan == began)];
            CodedEpisode? first = period.FirstOrDefault(episode => episode.IsForAdoption || episode.Legal == "E1");
            if (first is null || !period.Any(episode => episode.IsIn(year.Year)))
            {
                continue;
            }

            RandomBlock luck = child.Draws.Cohort(ReturnBlocks.Adoption);
            DateOnly decided = Later(began, first.From.AddDays(-1 - (int)(luck.UniformA * MostDaysBefore)));
            CodedEpisode last = period[^1];
            bool left = last.EndsCare && last.Until <= year.Year.End;
            if (decided <= (left ? last.Until!.Value : year.Year.End))
            {
                bool givenUp = left && last.End is not ("E11" or "E12");
                decisions.Text(child.Id).Date(child.Born).Date(decided).Date(givenUp ? last.Until : null).Text(givenUp ? OtherReason : null).EndRow();
            }

            if (left && last.End is "E11" or "E12" && year.Year.Contains(last.Until!.Value))
            {
                WriteAdoption(child, adoptions, decided, last, luck);
            }
        }
    }

    private void WriteAdoption(CohortChild child, TableRows adoptions, DateOnly decided, CodedEpisode last, in RandomBlock luck)
    {
        string[] adopters = _adopters.Sample(child.Draws.Cohort(ReturnBlocks.Adopters).UniformA).Split('/');
        DateOnly matched = decided.AddDays((int)(luck.UniformB * (last.From.DayNumber - decided.DayNumber)));
        adoptions.Text(child.Id).Date(child.Born).Date(decided).Date(matched).Text(last.Place is "A3" or "A5" ? "1" : "0");
        adoptions.Text(adopters[0].Contains('1', StringComparison.Ordinal) ? "1" : "2").Text(adopters[0]).Text(adopters[1]).EndRow();
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
