using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>The tables of one annual return: the ten files of the DfE, in the folder of their year.</summary>
internal sealed class ReturnTables
{
    private static readonly Dictionary<string, string> s_meanings = new(StringComparer.Ordinal)
    {
        ["CHILD"] = "identifier of the child, the same in every file and year",
        ["SEX"] = "1 male, 2 female",
        ["DOB"] = "date of birth",
        ["ETHNIC"] = "ethnic origin",
        ["UPN"] = "unique pupil number, or a code for why there is none",
        ["MOTHER"] = "whether a girl is a mother",
        ["MC_DOB"] = "date of birth of her first child",
        ["DECOM"] = "first day of the episode",
        ["RNE"] = "reason for the new episode",
        ["LS"] = "legal status",
        ["CIN"] = "category of need",
        ["PLACE"] = "placement",
        ["PLACE_PROVIDER"] = "who provides the placement",
        ["DEC"] = "last day of the episode",
        ["REC"] = "why the episode ended",
        ["REASON_PLACE_CHANGE"] = "why the placement changed",
        ["HOME_POST"] = "postcode of the home; it does not exist",
        ["PL_POST"] = "postcode of the placement; it does not exist",
        ["URN"] = "number of the provider; Ofsted's register does not have it",
        ["REVIEW"] = "day of the review",
        ["REVIEW_CODE"] = "how the child took part",
        ["DUC"] = "the day on which being unaccompanied ceases",
        ["SDQ_SCORE"] = "score of the strengths and difficulties questionnaire",
        ["SDQ_REASON"] = "why there is no score",
        ["CONVICTED"] = "convicted or cautioned in the year",
        ["HEALTH_CHECK"] = "development checks up to date",
        ["IMMUNISATIONS"] = "immunisations up to date",
        ["TEETH_CHECK"] = "teeth checked in the year",
        ["HEALTH_ASSESSMENT"] = "health assessed in the year",
        ["SUBSTANCE_MISUSE"] = "misuses substances",
        ["INTERVENTION_RECEIVED"] = "received help against it",
        ["INTERVENTION_OFFERED"] = "was offered help against it",
        ["IN_TOUCH"] = "whether the council is in touch",
        ["ACTIV"] = "activity",
        ["ACCOM"] = "accommodation",
        ["DATE_INT"] = "day of the decision that adoption is in the child's best interests",
        ["DATE_MATCH"] = "day of the match with adopters",
        ["FOSTER_CARE"] = "whether the former foster carers adopted",
        ["NB_ADOPTR"] = "number of adopters",
        ["SEX_ADOPTR"] = "sex of the adopters",
        ["LS_ADOPTR"] = "legal status of the adopters",
        ["DATE_PLACED"] = "day of the decision that the child should be placed for adoption",
        ["DATE_PLACED_CEASED"] = "day of the decision that it should no longer be",
        ["REASON_PLACED_CEASED"] = "why it should no longer be",
        ["PREV_PERM"] = "permanence that the child had left before",
        ["LA_PERM"] = "council that had arranged it",
        ["DATE_PERM"] = "day of that order",
        ["MISSING"] = "missing (M) or away without authorisation (A)",
        ["MIS_START"] = "first day",
        ["MIS_END"] = "last day",
    };

    private static readonly HashSet<string> s_dates =
        ["DOB", "MC_DOB", "DECOM", "DEC", "REVIEW", "DUC", "DATE_INT", "DATE_MATCH", "DATE_PLACED", "DATE_PLACED_CEASED", "DATE_PERM", "MIS_START", "MIS_END"];

    /// <summary>The tables of a year.</summary>
    public ReturnTables(ReturnYear year)
    {
        Year = year;
        Tables = [.. ReturnFiles.All.Select(file => SchemaOf(file, year))];
    }

    /// <summary>The year.</summary>
    public ReturnYear Year { get; }

    /// <summary>The tables, in the order of <see cref="ReturnFiles.All"/>.</summary>
    public IReadOnlyList<TableSchema> Tables { get; }

    private static TableSchema SchemaOf(ReturnFile file, in ReturnYear year) => new(
        Path.GetFileNameWithoutExtension(file.FileName),
        $"{file.Name} of the return on children looked after in the year to 31 March {year.Year}",
        [.. file.Columns.Select(column => new TableColumn(column, s_dates.Contains(column) ? CellType.Date : CellType.Text, s_meanings[column]) { Required = KeyOf(file).Contains(column) })])
    {
        Folder = year.Folder,
        DateForm = DateForm.DayMonthYear,
        Key = KeyOf(file),
        References = file == ReturnFiles.Header ? [] : [new TableReference("CHILD", "header", "CHILD")],
    };

    private static string[] KeyOf(ReturnFile file) =>
        file == ReturnFiles.Episodes ? ["CHILD", "DECOM"]
        : file == ReturnFiles.Reviews ? ["CHILD", "REVIEW"]
        : file == ReturnFiles.Missing ? ["CHILD", "MIS_START"]
        : file == ReturnFiles.PlacedForAdoption ? ["CHILD", "DATE_PLACED"]
        : ["CHILD"];
}
