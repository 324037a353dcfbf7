using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts.Census;

/// <summary>The tables of one school census, in the folder of its year; their columns are named after the items of the census.</summary>
internal sealed class CensusTables
{
    private const string Number = "UPN";
    private const string School = "LAEstab";

    /// <summary>The tables of a census.</summary>
    public CensusTables(CensusDay day)
    {
        Day = day;
        Pupils = PupilsOf(day);
        Schools = SchoolsOf(day);
        Addresses = AddressesOf(day);
        Needs = NeedsOf(day);
    }

    /// <summary>The census.</summary>
    public CensusDay Day { get; }

    /// <summary>Pupils on roll.</summary>
    public TableSchema Pupils { get; }

    /// <summary>Schools.</summary>
    public TableSchema Schools { get; }

    /// <summary>Home addresses of the pupils.</summary>
    public TableSchema Addresses { get; }

    /// <summary>Types of special educational needs of the pupils.</summary>
    public TableSchema Needs { get; }

    /// <summary>All, in the order of the files.</summary>
    public IReadOnlyList<TableSchema> All => [Pupils, Schools, Addresses, Needs];

    private static TableSchema PupilsOf(CensusDay day) => Of("pupils", $"a pupil on the roll of a state school of Kent on {day.Date:yyyy-MM-dd}", day,
        [Number], [new TableReference(School, "schools", School)],
    [
        Column.Text(Number, "unique pupil number, of a range never given out").Always(),
        Column.Text("Surname", "surname").Always(),
        Column.Text("Forename", "first name").Always(),
        Column.Text("PreferredSurname", "surname by which the pupil is known; here always the surname").Always(),
        Column.Day("DOB", "date of birth").Always(),
        Column.Text(day.SexItem, "F or M").Always(),
        Column.Text("Ethnicity", "ethnic origin, by the codes of the census").Always(),
        Column.Text("Language", "first language, by the restricted codes of the census").Always(),
        Column.Text(School, "the school").Always(),
        Column.Text("EnrolStatus", "C: on the roll of this school only").Always(),
        Column.Day("EntryDate", "first day at the school; of those there before the county is known, 1 September of the year in which their age group begins there").Always(),
        Column.Text("NCyearActual", "year group: R, then 1 to 13").Always(),
        Column.YesNo("PartTime", "whether part-time; here never").Always(),
        Column.Text("Boarder", "N: no boarder; here always").Always(),
        Column.YesNo("FSMeligible", "whether eligible for free school meals").Always(),
        Column.Text("ServiceChild", "whether a parent serves in the armed forces: Y, N, U not known, R refused").Always(),
        Column.Text("PostLookedAfter", "how being looked after ended: A adopted, G special guardianship, C child arrangements order; N for all others").Always(),
        Column.Text("SENprovision", "special educational needs: N none, K SEN support, E education, health and care plan").Always(),
        Column.YesNo("SENunitIndicator", "whether in a SEN unit; here never").Always(),
        Column.YesNo("ResourcedProvisionIndicator", "whether in the resourced provision of a mainstream school").Always(),
    ]);

    private static TableSchema SchoolsOf(CensusDay day) => Of("schools", $"a state school of Kent open on {day.Date:yyyy-MM-dd}, whether or not pupils of the cohort are there", day,
        [School], [],
    [
        Column.Text(School, "number of the authority and of the establishment").Always(),
        Column.Text("LA", "number of the authority: 886 is Kent").Always(),
        Column.Text("Estab", "number of the establishment, of a range never given to a school").Always(),
        Column.Text("URN", "unique reference number, of a range never given to a school").Always(),
        Column.Text("SchoolName", "name; that of a generated school says that it is synthetic").Always(),
        Column.Text("Phase", "PS primary, SS secondary, AT all-through, SP special").Always(),
        Column.Text("TypeOfEstablishment", "type, in words").Always(),
        Column.Text("AdmissionsPolicy", "selective or not, where it admits into Year 7"),
        Column.Text("LowestNCyear", "lowest year group").Always(),
        Column.Text("HighestNCyear", "highest year group").Always(),
        Column.Whole("LowestAge", "youngest age of entry, years").Always(),
        Column.Whole("HighestAge", "oldest age, years").Always(),
        Column.Text("Street", "street; it does not exist").Always(),
        Column.Text("PostTown", "post town").Always(),
        Column.Text("PostCode", "postcode; it does not exist").Always(),
    ]);

    private static TableSchema AddressesOf(CensusDay day) => Of("addresses", $"the home address of a pupil on {day.Date:yyyy-MM-dd}: that of the family, also while the pupil is looked after", day,
        [Number], [new TableReference(Number, "pupils", Number)],
    [
        Column.Text(Number, "the pupil").Always(),
        Column.Text("PAON", "house number, above those of any street").Always(),
        Column.Text("Street", "street; it does not exist").Always(),
        Column.Text("PostTown", "post town").Always(),
        Column.Text("AdministrativeArea", "county").Always(),
        Column.Text("PostCode", "postcode; it does not exist").Always(),
    ]);

    private static TableSchema NeedsOf(CensusDay day) => Of("sen", "a type of special educational need of a pupil with SEN support or a plan", day,
        [Number, "SENtypeRank"], [new TableReference(Number, "pupils", Number)],
    [
        Column.Text(Number, "the pupil").Always(),
        Column.Whole("SENtypeRank", "1 for the primary, 2 for a secondary need").Always(),
        Column.Text("SENtype", "type of need, by the codes of the census").Always(),
    ]);

    private static TableSchema Of(string name, string meaning, CensusDay day, string[] key, TableReference[] references, TableColumn[] columns) =>
        new(name, meaning, columns) { Key = key, References = references, Folder = day.Folder, DateForm = DateForm.Iso, YesNoForm = YesNoForm.Words };
}
