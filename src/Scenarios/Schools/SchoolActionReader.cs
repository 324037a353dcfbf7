using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Turns school items into drafts of schemes, one after the other: a later item may change what an earlier one brought.</summary>
internal sealed class SchoolActionReader
{
    private const string NeverIdentified = "-";

    private readonly Scenario _scenario;
    private readonly Estate _estate;
    private readonly SchemeCatalogue _programmes;
    private readonly NewSchools _newSchools;
    private readonly Dictionary<string, School> _schools;
    private readonly IReadOnlyList<District> _districts;

    public SchoolActionReader(Scenario scenario, Estate estate, IReadOnlyList<District> districts, SchemeCatalogue programmes)
    {
        _scenario = scenario;
        _estate = estate;
        _programmes = programmes;
        _districts = districts;
        _newSchools = new NewSchools(estate, districts, scenario.Start);
        _schools = estate.Schools.ToDictionary(school => school.Id, StringComparer.Ordinal);
    }

    /// <summary>The schemes so far.</summary>
    public List<SchemeDraft> Drafts { get; } = [];

    /// <summary>The schools opened so far; their indices are given at the end.</summary>
    public List<School> Opened { get; } = [];

    /// <summary>Reads one item.</summary>
    public void Read(SchoolEntry entry)
    {
        switch (entry.Action)
        {
            case SchoolAction.Programme:
                ReadProgramme(entry);
                break;
            case SchoolAction.Delay or SchoolAction.Cancel or SchoolAction.Certain:
                Change(entry);
                break;
            default:
                Add(entry);
                break;
        }
    }

    private void ReadProgramme(SchoolEntry entry)
    {
        string programme = entry.Programme!;
        string round = SchemeCatalogue.RoundOf(programme);
        Drafts.RemoveAll(draft => programme == "none" || draft.Round == round);
        foreach ((SchemeRow row, SchemeSize size, bool certain) in _programmes.Of(programme).Where(one => one.Size.From >= _scenario.Start))
        {
            School school = SchoolOf(row, entry);
            Drafts.Add(new SchemeDraft
            {
                Id = row.Id,
                School = school,
                Kind = row.Kind,
                Places = size.Places,
                From = size.From,
                Stage = certain ? SchemeStage.Planned : row.Stage!.Value.Stage,
                Since = certain ? _scenario.Start : row.Stage!.Value.Since,
                Round = round,
                Entry = entry,
                Capital = row.Capital,
                Housing = row.Housing,
                Agreement = row.Agreement && school.Authority != SchoolAuthority.Academy,
                Certain = certain,
            });
        }
    }

    private School SchoolOf(SchemeRow row, SchoolEntry entry)
    {
        if (row.School == NeverIdentified)
        {
            int district = _districts.Index().First(one => one.Item.Id == row.District).Index;
            return _estate.Schools.First(school => school.District == district && school.Kind == SchoolKind.Primary);
        }

        if (row.AllAge)
        {
            return PrimaryPartOf(row.School, row.Id, entry);
        }

        if (_schools.TryGetValue(row.School, out School? known))
        {
            return known;
        }

        return row.Kind == SchemeKind.Open && row.Phase.Length > 0
            ? Keep(_newSchools.Of(row))
            : throw entry.Fields.Refuse("programme", $"has the scheme {row.Id}, and the county has no school '{row.School}'", Nearest(row.School));
    }

    private void Change(SchoolEntry entry)
    {
        School school = Find(entry);
        SchemeDraft[] own = [.. Drafts.Where(draft => draft.School == school || draft.School.Id == PrimaryId(school.Id))];
        if (own.Length == 0)
        {
            string[] with = [.. Drafts.Select(draft => draft.School.Id).Distinct()];
            throw entry.Fields.Refuse("school", $"has no scheme to {entry.ActionKey switch { "certain" => "make certain", string verb => verb }}", NearestName.Of(school.Id, with));
        }

        foreach (SchemeDraft draft in own)
        {
            draft.Certain |= entry.Certain;
            draft.HeldYears += entry.Years;
            draft.Cancelled = entry.Action == SchoolAction.Cancel ? entry.Decided ?? _scenario.Start : draft.Cancelled;
        }
    }

    private void Add(SchoolEntry entry)
    {
        School school = entry.Action switch
        {
            SchoolAction.Open => Keep(OpenedBy(entry)),
            SchoolAction.AllAge => PrimaryPartOf(Find(entry).Id, $"{entry.School}-all-age", entry),
            _ => Find(entry),
        };
        CheckKind(entry, school);
        string id = FreeId($"{entry.School ?? school.Id}-{entry.ActionKey}");
        Drafts.Add(new SchemeDraft
        {
            Id = id,
            School = school,
            Kind = KindOf(entry.Action),
            Places = entry.Places,
            From = entry.From!.Value,
            Stage = entry.Stage,
            Since = entry.Decided ?? _scenario.Start,
            Entry = entry,
            Capital = entry.Cost,
            Housing = entry.Housing,
            Certain = entry.Certain,
        });
    }

    private School OpenedBy(SchoolEntry entry)
    {
        NewSchoolEntry written = entry.New!;
        return _schools.ContainsKey(written.Id)
            ? throw written.Fields.Refuse("id", $"is the id of a school that there is already ('{written.Id}')")
            : _newSchools.Of(written, entry.From!.Value);
    }

    /// <summary>
    /// The primary part of a school that becomes all-age is kept as a school of its own on the same site: places are kept by cohort, and its
    /// Reception and its Year 7 are two admission numbers.
    /// </summary>
    private School PrimaryPartOf(string secondary, string scheme, SchoolEntry entry)
    {
        if (!_schools.TryGetValue(secondary, out School? school))
        {
            throw entry.Fields.Refuse("programme", $"has the scheme {scheme}, and the county has no school '{secondary}'", Nearest(secondary));
        }

        if (school.Kind != SchoolKind.Secondary)
        {
            throw entry.Fields.Refuse("all-age", $"is for a secondary school; {school.Id} is none");
        }

        return _schools.TryGetValue(PrimaryId(secondary), out School? there) ? there : Keep(_newSchools.PrimaryPartOf(school, PrimaryId(secondary)));
    }

    private School Find(SchoolEntry entry)
    {
        string id = entry.School!;
        return _schools.TryGetValue(id, out School? school)
            ? school
            : throw entry.Fields.Refuse("school", $"must be the id of a school; there is no '{id}'", Nearest(id));
    }

    private School Keep(School school)
    {
        _schools[school.Id] = school;
        Opened.Add(school);
        return school;
    }

    private string? Nearest(string id) => NearestName.Of(id, _schools.Keys);

    /// <summary>The id of a scheme follows from its school and kind, so that its luck is that of the same scheme in another scenario.</summary>
    private string FreeId(string id)
    {
        string free = id;
        for (int n = 2; Drafts.Any(draft => draft.Id == free); n++)
        {
            free = $"{id}-{n}";
        }

        return free;
    }

    private static string PrimaryId(string secondary) => secondary + "-primary";

    private static void CheckKind(SchoolEntry entry, School school)
    {
        bool special = school.Kind == SchoolKind.Special;
        if (entry.Action == SchoolAction.SpecialPlaces && !special)
        {
            throw entry.Fields.Refuse("special-places", $"is for a special school; {school.Id} is none: write 'resource-places'");
        }

        if (special && entry.Action is SchoolAction.Enlarge or SchoolAction.Bulge or SchoolAction.Remove or SchoolAction.ResourcePlaces)
        {
            throw entry.Fields.Refuse(entry.ActionKey, $"is not for a special school such as {school.Id}: write 'special-places'");
        }
    }

    private static SchemeKind KindOf(SchoolAction action) => action switch
    {
        SchoolAction.Enlarge => SchemeKind.Enlarge,
        SchoolAction.Bulge => SchemeKind.Bulge,
        SchoolAction.Open or SchoolAction.AllAge => SchemeKind.Open,
        SchoolAction.ResourcePlaces => SchemeKind.ResourcePlaces,
        SchoolAction.SpecialPlaces => SchemeKind.SpecialPlaces,
        SchoolAction.Remove => SchemeKind.Remove,
        SchoolAction.Close => SchemeKind.Close,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No scheme follows from this."),
    };
}
