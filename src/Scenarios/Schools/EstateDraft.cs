using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// Which schools there are and where: those that the papers name and that are open, then generated ones up to the numbers of
/// <c>data/schools/districts.csv</c>. Order: primary phase by district, secondary by district, special by district.
/// </summary>
internal sealed class EstateDraft
{
    private const int LastYearGroup = 13;

    private readonly SchoolFiles _files;
    private readonly AreaLayout _layout;
    private readonly DateOnly _census;
    private readonly double[] _inArea;

    /// <summary>Draws up the list.</summary>
    /// <param name="files">The data.</param>
    /// <param name="layout">The planning areas.</param>
    /// <param name="census">The day on which schools are counted.</param>
    public EstateDraft(SchoolFiles files, AreaLayout layout, DateOnly census)
    {
        (_files, _layout, _census) = (files, layout, census);
        _inArea = new double[layout.Areas.Length];
        Phase(Primaries);
        layout.Settle(Schools);
        Phase(Secondaries);
        Specials();
        for (int i = 0; i < Schools.Count; i++)
        {
            Schools[i].Index = i;
        }
    }

    /// <summary>All schools, in the order of the estate.</summary>
    public List<SchoolDraft> Schools { get; } = [];

    private void Phase(Action<int> add)
    {
        Array.Clear(_inArea);
        for (int district = 0; district < _files.Districts.Count; district++)
        {
            add(district);
        }
    }

    private IEnumerable<NamedSchool> Open(int district, params SchoolKind[] kinds) => _files.Named.Where(
        school => school.District == district && kinds.Contains(school.Kind) && school.Opened <= _census && school.Closed > _census);

    private void Primaries(int district)
    {
        DistrictPlan plan = _files.Plans[district];
        NamedSchool[] infants = [.. Open(district, SchoolKind.Infant)];
        NamedSchool[] juniors = [.. Open(district, SchoolKind.Junior)];
        int pairs = Math.Max(plan.Pairs, Math.Max(infants.Length, juniors.Length));
        for (int i = 0; i < pairs; i++)
        {
            NamedSchool? juniorNamed = i < juniors.Length ? juniors[i] : null;
            SchoolDraft infant = i < infants.Length ? Named(infants[i]) : Generated(SchoolKind.Infant, district, i, juniorNamed?.Area);
            infant.Junior = juniorNamed is null ? Generated(SchoolKind.Junior, district, i, null, infant.Area) : Named(juniorNamed, infant.Area);
            Schools.Add(infant);
            Schools.Add(infant.Junior);
        }

        NamedSchool[] named = [.. Open(district, SchoolKind.Primary)];
        Schools.AddRange(named.Select(school => Named(school)));
        for (int i = 0; i < plan.Primary - named.Length - (2 * pairs); i++)
        {
            Schools.Add(Generated(SchoolKind.Primary, district, i));
        }
    }

    private void Secondaries(int district)
    {
        DistrictPlan plan = _files.Plans[district];
        NamedSchool[] named = [.. Open(district, SchoolKind.Secondary)];
        Schools.AddRange(named.Select(school => Named(school)));
        int grammar = plan.Grammar - named.Count(school => school.Selective);
        for (int i = 0; i < plan.Secondary - named.Length; i++)
        {
            Schools.Add(Generated(SchoolKind.Secondary, district, i, selective: i < grammar));
        }
    }

    private void Specials()
    {
        Array.Clear(_inArea);
        NamedSchool[] named = [.. Enumerable.Range(0, _files.Districts.Count).SelectMany(district => Open(district, SchoolKind.Special))];
        int all = _files.Year == 2019 ? (int)_files.Observed("schools/special", "Kent", SchoolBaseline.May2019) : (int)_files["special-schools"];
        int[] each = [.. named.GroupBy(school => school.District).Aggregate(new int[_files.Districts.Count], (counts, group) =>
        {
            counts[group.Key] = group.Count();
            return counts;
        })];
        int[] made = new int[each.Length];
        for (int i = named.Length; i < all; i++)
        {
            // Where there are fewest for the children who live there.
            int district = Enumerable.Range(0, each.Length).MinBy(d => (each[d] + made[d] + 0.5) / _files.Districts[d].PopulationShare);
            made[district]++;
        }

        for (int district = 0; district < each.Length; district++)
        {
            Schools.AddRange(named.Where(school => school.District == district).Select(school => Named(school)));
            Schools.AddRange(Enumerable.Range(0, made[district]).Select(i => Generated(SchoolKind.Special, district, i)));
        }
    }

    private SchoolDraft Named(NamedSchool named, PlanningArea? near = null)
    {
        int known = _layout.IndexOf(named.Area);
        PlanningArea area = known >= 0 ? _layout.Areas[known] : near ?? Emptiest(named.District, named.Selective);
        string phase = PhaseOf(named.Kind);
        Grade grade = named.Grade != Grade.None ? named.Grade : GradeOf(named.Id, phase);
        int group = named.Group.Length > 0 ? 0 : -1;
        return Make(named.Id, named.Name, named.Kind, area, named.Selective, named.Faith, named.SixthForm, named.Authority, grade, group, named);
    }

    private SchoolDraft Generated(SchoolKind kind, int district, int number, string? areaId = null, PlanningArea? near = null, bool selective = false)
    {
        string word = selective ? "grammar" : kind.ToString().ToLowerInvariant();
        string id = $"{_files.Districts[district].Id}-{word}-{number + 1}";
        string name = $"{_files.Districts[district].Name} {word} school {number + 1} (synthetic)";
        string phase = PhaseOf(kind);
        int known = areaId is null ? -1 : _layout.IndexOf(areaId);
        PlanningArea area = known >= 0 ? _layout.Areas[known] : near ?? Emptiest(district, selective);
        bool faith = phase != "special" && !selective && Scatter.Unit($"{id}/faith") < _files[$"faith-share/{phase}"];
        bool sixth = kind == SchoolKind.Secondary && (selective || Scatter.Unit($"{id}/sixth-form") < _files["sixth-form-share"]);
        double[] shares = [.. ((string[])["council", "governing-body", "academy"]).Select(word => _files[$"authority-share/{phase}/{word}"])];
        var authority = (SchoolAuthority)Scatter.Class(Scatter.Unit($"{id}/authority"), shares);
        return Make(id, name, kind, area, selective, faith, sixth, authority, GradeOf(id, phase), -1, null);
    }

    private SchoolDraft Make(
        string id, string name, SchoolKind kind, PlanningArea area, bool selective, bool faith, bool sixth, SchoolAuthority authority, Grade grade,
        int group, NamedSchool? named)
    {
        _inArea[area.Index]++;
        short Point(int centre, string axis) => (short)(centre + Math.Round(area.HalfWidth * 0.9 * ((2 * Scatter.Unit($"{id}/{axis}")) - 1)));
        double[] sizes = _files.Classes(selective ? "size-grammar" : kind == SchoolKind.Secondary ? "size-secondary" : "size-primary");
        bool seven = kind is SchoolKind.Secondary or SchoolKind.AllAge;
        return new SchoolDraft
        {
            Id = id,
            Name = name,
            Kind = kind,
            Area = area,
            East = Point(area.East, "east"),
            North = Point(area.North, "north"),
            Group = seven && group < 0 ? _layout.GroupOf(area.District, selective) : group,
            Selective = selective,
            Faith = faith,
            SixthForm = sixth,
            Authority = authority,
            Grade = grade,
            PrintedPan = named?.Pan ?? 0,
            OverOffer = named?.OverOffer ?? 0,
            Places = named?.Places ?? 0,
            Resource = named?.Resource ?? 0,
            Synthetic = named is null,
            Weight = sizes[Scatter.Class(Scatter.Unit($"{id}/size"), [.. sizes.Select(_ => 1.0)])],
            Oldest = Oldest(kind, named is { Grows: true } ? named.Opened : DateOnly.MinValue),
        };
    }

    // A school that opened with its first year group has had one more each September.
    private int Oldest(SchoolKind kind, DateOnly opened)
    {
        int first = kind == SchoolKind.Secondary ? 7 : 0;
        int year = SchoolBaseline.AcademicYear(_census) - (opened == DateOnly.MinValue ? 0 : SchoolBaseline.AcademicYear(opened));
        return Math.Min(LastYearGroup, first + year);
    }

    private Grade GradeOf(string id, string phase) => (Grade)(1 + Scatter.Class(Scatter.Unit($"{id}/grade"), _files.Classes($"grade-share/{phase}")));

    // The area with the most children for each school in it; grammar schools stand in the south of a district that is split.
    private PlanningArea Emptiest(int district, bool selective) =>
        _layout.Of(district).Where(area => !selective || !_layout.IsNorth(area)).MinBy(area => (_inArea[area.Index] + 0.5) / area.Share)!;

    private static string PhaseOf(SchoolKind kind) =>
        kind switch { SchoolKind.Special => "special", SchoolKind.Secondary or SchoolKind.AllAge => "secondary", _ => "primary" };
}
