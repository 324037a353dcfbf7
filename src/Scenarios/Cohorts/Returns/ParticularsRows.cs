using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>Who the child is: header, unaccompanied children, previous permanence.</summary>
internal sealed class ParticularsRows(CohortShares shares)
{
    private const int SchoolAge = 4;
    private const int LastSchoolAge = 16;
    private const int Majority = 18;
    private const int YoungestMother = 15;
    private const int FirstYearOfPermanence = 2017;
    private const int Councils = 150;
    private const int FirstCouncil = 300;
    private const string NotYetAtSchool = "UN1";
    private const string NeverAtSchool = "UN2";
    private const string None = "Z1";

    private readonly ShareTable _mothers = shares["mother"];
    private readonly ShareTable _permanence = shares["previous-permanence"];

    /// <summary>The header.</summary>
    public void WriteHeader(ChildYear year, TableRows rows, IReadOnlyList<CodedEpisode> all)
    {
        CohortChild child = year.Child;
        rows.Text(child.Id).Text(child.Female ? "2" : "1").Date(child.Born).Text(child.Ethnicity).Text(PupilNumber(year));
        DateOnly? firstChild = child.Female && year.Episodes.Count > 0 ? FirstChild(year, all) : null;
        bool mother = firstChild is DateOnly born && born <= year.LastDay;
        rows.Text(!child.Female || year.Episodes.Count == 0 ? null : mother ? "1" : "0").Date(mother ? firstChild : null).EndRow();
    }

    /// <summary>A row for an unaccompanied child, who ceases to be one at 18.</summary>
    public static void WriteUnaccompanied(ChildYear year, TableRows rows)
    {
        CohortChild child = year.Child;
        if (child.IsUnaccompanied)
        {
            rows.Text(child.Id).Text(child.Female ? "2" : "1").Date(child.Born).Date(year.Birthday(Majority)).EndRow();
        }
    }

    /// <summary>What those who started in the year had left before.</summary>
    public void WritePreviousPermanence(ChildYear year, TableRows rows)
    {
        CodedEpisode? started = year.Episodes.FirstOrDefault(episode => episode.NewReason == "S" && episode.From >= year.Year.Start);
        if (started is null || year.Year.Codes < FirstYearOfPermanence)
        {
            return;
        }

        RandomBlock luck = year.Luck(ReturnBlocks.Permanence);
        int age = year.Episodes[0].From.DayNumber - year.Child.Born.DayNumber;
        string code = year.Child.IsUnaccompanied || age < 2 ? None : _permanence.Sample(luck.UniformA);
        rows.Text(year.Child.Id).Date(year.Child.Born).Text(code);
        if (code == None)
        {
            rows.Blank().Blank().EndRow();
        }
        else
        {
            string council = (FirstCouncil + (int)(luck.UniformB * Councils)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            rows.Text(council).Date(year.Child.Born.AddDays(1 + (int)(luck.UniformC * (age - 1)))).EndRow();
        }
    }

    /// <summary>Who is not of school age has no number yet; who came to this country when too old for school never had one.</summary>
    private static string PupilNumber(ChildYear year)
    {
        CohortChild child = year.Child;
        bool neverAtSchool = child.IsUnaccompanied && child.AgeOn(child.FirstCareDay) >= LastSchoolAge;
        return neverAtSchool ? NeverAtSchool : year.Birthday(SchoolAge) > new DateOnly(year.Year.Year - 1, 8, 31) ? NotYetAtSchool : child.Upn;
    }

    /// <summary>The day on which a girl became a mother; null for most, and where it would not fall into a time of care.</summary>
    private DateOnly? FirstChild(ChildYear year, IReadOnlyList<CodedEpisode> all)
    {
        RandomBlock luck = year.Child.Draws.Cohort(ReturnBlocks.Mother);
        if (_mothers.Sample(luck.UniformA) != "1")
        {
            return null;
        }

        DateOnly first = year.Birthday(YoungestMother);
        DateOnly born = first.AddDays((int)(luck.UniformB * (year.Birthday(Majority).DayNumber - first.DayNumber)));
        return all.Any(episode => episode.From < born && (episode.Until is not DateOnly until || born < until)) ? born : null;
    }
}

/// <summary>Which draws of a child, or of its year, decide what.</summary>
internal static class ReturnBlocks
{
    /// <summary>Of the child: motherhood.</summary>
    public const int Mother = 900;

    /// <summary>Of the child: the course of an adoption.</summary>
    public const int Adoption = 901;

    /// <summary>Of the child: the adopters.</summary>
    public const int Adopters = 902;

    /// <summary>Of a year: previous permanence.</summary>
    public const int Permanence = 0;

    /// <summary>Of a year: the questionnaire.</summary>
    public const int Questionnaire = 1;

    /// <summary>Of a year: health.</summary>
    public const int Health = 2;

    /// <summary>Of a year: substance misuse.</summary>
    public const int Substances = 3;

    /// <summary>Of a year: a care leaver's items.</summary>
    public const int Leaver = 4;

    /// <summary>Of a year: how often missing.</summary>
    public const int MissingCount = 5;

    /// <summary>Of a year: the first of the times missing.</summary>
    public const int Missing = 8;

    /// <summary>Of a year: the first of the reviews.</summary>
    public const int Review = 40;
}
