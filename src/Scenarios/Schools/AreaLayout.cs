using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Planning areas: those that the papers name and generated ones, in order of the districts; and the planning groups.</summary>
internal sealed class AreaLayout
{
    /// <summary>The group that the papers name.</summary>
    public const string NamedGroup = "gravesend-and-longfield-non-selective";

    private const string NamedGroupName = "Gravesend and Longfield non-selective";
    private const double Hundredths = 100;

    /// <summary>How much of where children live follows the schools.</summary>
    private const double SettledPart = 0.85;

    /// <summary>Places in a year group of a school of size class 1.</summary>
    private const double PlacesOfSize = 30;

    /// <summary>Half the side of the square that has the area of a disc of radius 1.</summary>
    private const double SquareOfDisc = 0.8862269254527580;

    /// <summary>How far from the middle of its square a generated area may lie.</summary>
    private const double Inner = 0.85;

    private readonly SchoolFiles _files;
    private readonly List<string> _ids = [];

    /// <summary>Lays the areas out.</summary>
    public AreaLayout(SchoolFiles files)
    {
        _files = files;
        List<PlanningArea> areas = [];
        for (int district = 0; district < files.Districts.Count; district++)
        {
            Add(district, areas);
        }

        Areas = [.. areas];
        Groups = MakeGroups();
    }

    /// <summary>All areas, by index.</summary>
    public PlanningArea[] Areas { get; private set; }

    /// <summary>All groups, by index.</summary>
    public PlanningGroup[] Groups { get; }

    /// <summary>Lets children live where the primary schools are: an area's share of its district is mostly its share of their places.</summary>
    public void Settle(IReadOnlyList<SchoolDraft> primaries)
    {
        double[] places = new double[Areas.Length];
        double[] inDistrict = new double[_files.Districts.Count];
        foreach (SchoolDraft school in primaries)
        {
            double size = school.Kind == SchoolKind.Junior ? 0 : school.PrintedPan > 0 ? school.PrintedPan / PlacesOfSize : school.Weight;
            places[school.Area.Index] += size;
            inDistrict[school.Area.District] += size;
        }

        Areas = [.. Areas.Select(area => area with
        {
            Share = ((1 - SettledPart) * area.Share) + (SettledPart * places[area.Index] / inDistrict[area.District]),
        })];
    }

    /// <summary>The index of an area by id; -1 where there is none.</summary>
    public int IndexOf(string id) => _ids.IndexOf(id);

    /// <summary>The areas of a district.</summary>
    public IEnumerable<PlanningArea> Of(int district) => Areas.Where(area => area.District == district);

    /// <summary>Whether an area lies in the north of a district that two travel-to-learn areas share.</summary>
    public bool IsNorth(PlanningArea area) => area.North / Hundredths > _files.Plans[area.District].Split;

    /// <summary>The travel-to-learn area of a planning area.</summary>
    public string TravelArea(PlanningArea area) =>
        IsNorth(area) ? _files.Plans[area.District].TravelNorth : _files.Plans[area.District].TravelSouth;

    /// <summary>The group of a school that has Year 7 and is in none that is named.</summary>
    public int GroupOf(int district, bool selective) => selective
        ? Array.FindIndex(Groups, group => group.Selective && group.Name.StartsWith($"{_files.Districts[district].Area} Kent", StringComparison.Ordinal))
        : Array.FindIndex(Groups, group => !group.Selective && group.Synthetic && group.District == district);

    private void Add(int district, List<PlanningArea> areas)
    {
        District place = _files.Districts[district];
        NamedArea[] named = [.. _files.Areas.Where(area => area.District == district)];
        int count = Math.Max(_files.Plans[district].Areas, named.Length);
        double half = place.Ground.RadiusMiles * SquareOfDisc;
        double[] weights = [.. Enumerable.Range(0, count).Select(i => 0.6 + (0.8 * Scatter.Unit($"{place.Id}/area/{i}")))];
        for (int i = 0; i < count; i++)
        {
            (double x, double y) = Scatter.Square(i);
            double east = i < named.Length ? named[i].East : place.Ground.EastMiles + (((2 * x) - 1) * half * Inner);
            double north = i < named.Length ? named[i].North : place.Ground.NorthMiles + (((2 * y) - 1) * half * Inner);
            string name = i < named.Length ? named[i].Name : $"{place.Name} area {i - named.Length + 1} (synthetic)";
            _ids.Add(i < named.Length ? named[i].Id : $"{place.Id}-area-{i - named.Length + 1}");
            areas.Add(new PlanningArea(
                areas.Count, name, district, Within(east, place.Ground.EastMiles, half), Within(north, place.Ground.NorthMiles, half),
                (int)Math.Round(half * Hundredths / Math.Sqrt(count)), weights[i] / weights.Sum(), i >= named.Length));
        }
    }

    // The discs are rough, so that a town may lie outside the square of its own district: it is moved to the edge.
    private static short Within(double miles, double centre, double half) => (short)Math.Round(Math.Clamp(miles, centre - half, centre + half) * Hundredths);

    private PlanningGroup[] MakeGroups()
    {
        int gravesham = Enumerable.Range(0, _files.Districts.Count).Single(d => _files.Districts[d].Id == "gravesham");
        List<PlanningGroup> groups = [new PlanningGroup(0, NamedGroupName, gravesham, false, false)];
        for (int district = 0; district < _files.Districts.Count; district++)
        {
            groups.Add(new PlanningGroup(groups.Count, $"{_files.Districts[district].Name} non-selective (synthetic)", district, false, true));
        }

        foreach (KentArea area in Enum.GetValues<KentArea>())
        {
            int first = Enumerable.Range(0, _files.Districts.Count).First(d => _files.Districts[d].Area == area);
            groups.Add(new PlanningGroup(groups.Count, $"{area} Kent selective (synthetic)", first, true, true));
        }

        return [.. groups];
    }
}
