using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>OC2: health and the questionnaire on strengths and difficulties, of those looked after for the whole year.</summary>
internal sealed class HealthRows(CohortShares shares)
{
    private const int FirstScore = 4;
    private const int LastScore = 17;
    private const int FirstConviction = 10;
    private const int LastCheck = 5;
    private const string Yes = "1";

    public void Write(ChildYear year, TableRows rows)
    {
        if (!year.IsWholeYear)
        {
            return;
        }

        rows.Text(year.Child.Id).Date(year.Child.Born);
        WriteQuestionnaire(year, rows);
        RandomBlock health = year.Luck(ReturnBlocks.Health);
        RandomBlock substances = year.Luck(ReturnBlocks.Substances);
        rows.Text(year.Birthday(FirstConviction) <= year.Year.End ? Share("health/convicted", substances.UniformD) : null);
        rows.Text(year.Birthday(LastCheck) > year.Year.End ? Share("health/development-checks", health.UniformA) : null);
        rows.Text(Share("health/immunised", health.UniformB)).Text(Share("health/teeth-checked", health.UniformC));
        rows.Text(Share("health/health-assessed", health.UniformD));
        string misuse = year.Birthday(FirstConviction) <= year.Year.End ? Share("health/substance-misuse", substances.UniformA) : "0";
        string? received = misuse == Yes ? Share("health/help-received", substances.UniformB) : null;
        rows.Text(misuse).Text(received).Text(received == "0" ? Share("health/help-offered", substances.UniformC) : null).EndRow();
    }

    private void WriteQuestionnaire(ChildYear year, TableRows rows)
    {
        bool due = year.Birthday(FirstScore) <= year.Year.Start && year.Birthday(LastScore) > year.Year.End;
        bool atEdge = year.Year.Contains(year.Birthday(FirstScore)) || (year.Year.Contains(year.Birthday(LastScore)) && year.Birthday(LastScore) != year.Year.Start);
        RandomBlock luck = year.Luck(ReturnBlocks.Questionnaire);
        if (due || (atEdge && Share("sdq-scored-at-the-edge", luck.UniformA) == Yes))
        {
            string band = Share("sdq-band", luck.UniformB);
            rows.Text(Share($"sdq-score/{band}", luck.UniformC)).Blank();
        }
        else
        {
            rows.Blank().Text(atEdge ? Share("sdq-reason", luck.UniformD) : null);
        }
    }

    private string Share(string table, double uniform) => shares[table].Sample(uniform);
}
