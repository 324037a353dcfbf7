using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Makes the schools that scenarios open: academies, as the law has it, that draw as strongly as the district's average school.</summary>
internal sealed class NewSchools(Estate estate, IReadOnlyList<District> districts, DateOnly start)
{
    private static readonly (string Phase, SchoolKind Kind)[] s_phases =
    [
        ("primary", SchoolKind.Primary), ("infant", SchoolKind.Infant), ("junior", SchoolKind.Junior), ("secondary", SchoolKind.Secondary),
        ("special", SchoolKind.Special),
    ];

    /// <summary>The school of a scheme of the papers.</summary>
    public School Of(SchemeRow row)
    {
        int district = districts.Index().First(one => one.Item.Id == row.District).Index;
        PlanningArea area = estate.Areas.FirstOrDefault(one => one.District == district && Same(one.Name, row.Area)) ?? Largest(district);
        return New(row.School, row.Name, KindOf(row.Phase), district, area, row.Planned?.From ?? row.Delivered!.Value.From);
    }

    /// <summary>The school that an item opens.</summary>
    public School Of(NewSchoolEntry entry, DateOnly from)
    {
        int district = districts.Index().FirstOrDefault(one => Same(one.Item.Name, entry.District) || one.Item.Id == entry.District, (-1, null!)).Index;
        if (district < 0)
        {
            string rule = $"must be a district of Kent; there is no '{entry.District}'";
            throw entry.Fields.Refuse("district", rule, NearestName.Of(entry.District, districts.Select(one => one.Name)));
        }

        PlanningArea[] areas = [.. estate.Areas.Where(area => area.District == district)];
        PlanningArea place = entry.Area is null ? Largest(district) : areas.FirstOrDefault(area => Same(area.Name, entry.Area))
            ?? throw entry.Fields.Refuse(
                "area", $"must be a planning area of {districts[district].Name}; there is no '{entry.Area}'", NearestName.Of(entry.Area, areas.Select(area => area.Name)));
        return New(entry.Id, entry.Name, KindOf(entry.Phase), district, place, from) with
        {
            Selective = entry.Selective,
            Faith = entry.Faith,
            Group = GroupOf(KindOf(entry.Phase), district, entry.Selective),
        };
    }

    /// <summary>The primary part of a secondary school that becomes all-age.</summary>
    public School PrimaryPartOf(School secondary, string id) => secondary with
    {
        Id = id,
        Name = $"{secondary.Name} (primary years)",
        Kind = SchoolKind.Primary,
        Group = -1,
        Selective = false,
        SixthForm = false,
        Pull = MeanPull(SchoolKind.Primary, secondary.District),
        Pan = 0,
        OverOffer = 0,
        ResourcePlaces = 0,
    };

    private School New(string id, string name, SchoolKind kind, int district, PlanningArea area, DateOnly from) => new()
    {
        Index = estate.Schools.Length,
        Id = id,
        Name = name,
        Kind = kind,
        District = district,
        Area = area.Index,
        Group = GroupOf(kind, district, selective: false),
        East = area.East,
        North = area.North,
        Authority = SchoolAuthority.Academy,
        Grade = Grade.None,
        Pull = MeanPull(kind, district),
        Pan = 0,
        OpensDay = from.DayNumber - start.DayNumber,
        Synthetic = false,
    };

    private PlanningArea Largest(int district) =>
        estate.Areas.Where(area => area.District == district).OrderByDescending(area => area.Share).ThenBy(area => area.Index).First();

    private int GroupOf(SchoolKind kind, int district, bool selective) => kind != SchoolKind.Secondary ? -1
        : estate.Groups.FirstOrDefault(group => group.District == district && group.Selective == selective)?.Index ?? -1;

    private double MeanPull(SchoolKind kind, int district)
    {
        double[] pulls = [.. estate.Schools.Where(school => school.Kind == kind && school.District == district && !school.Selective).Select(school => school.Pull)];
        return pulls.Length == 0 ? 0 : pulls.Average();
    }

    private static SchoolKind KindOf(string phase) => s_phases.First(one => one.Phase == phase).Kind;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
