using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Cohorts.Detail;

/// <summary>An outward code and its post town.</summary>
/// <param name="Outcode">First half of the postcode, such as CT19.</param>
/// <param name="Town">Post town.</param>
public sealed record PostTown(string Outcode, string Town);

/// <summary>The post towns of each district and of the places outside Kent; places are numbered as on the county's map. Immutable.</summary>
public sealed class PostTowns
{
    private const string FileName = "cohorts/postcodes.csv";
    private static readonly string[] s_header = ["place", "outcode", "post_town", "kind", "source", "page", "known_from", "note"];
    private readonly PostTown[][] _byPlace;

    private PostTowns(PostTown[][] byPlace) => _byPlace = byPlace;

    /// <summary>The towns of a place.</summary>
    public IReadOnlyList<PostTown> Of(int place) => _byPlace[place];

    /// <summary>Reads the towns.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">A rule is broken, or a place has no town.</exception>
    public static PostTowns Load(string directory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(directory, errors);
        KentDistricts places = KentDistricts.Load(directory);
        string[] ids = [.. places.All.Select(district => district.Id), .. places.Outside.Select(place => place.Id)];
        var towns = new List<(int Place, PostTown Town)>();
        CsvTable.Read(directory, FileName, s_header, errors, row =>
        {
            sources.Cite(row, "source", "page");
            row.Kind("kind");
            row.Date("known_from");
            int place = Array.IndexOf(ids, row.Id("place"));
            if (place < 0)
            {
                row.Break("place", "is no district and no place outside Kent");
            }

            towns.Add((place, new PostTown(row.Id("outcode"), row.Text("post_town"))));
        });
        foreach (string id in ids.Where((_, place) => !towns.Exists(town => town.Place == place)))
        {
            errors.Add(new EvidenceError(FileName, 1, "place", $"{id} has no post town"));
        }

        EvidenceException.ThrowIfAny(errors);
        return new PostTowns([.. ids.Select((_, place) => towns.Where(town => town.Place == place).Select(town => town.Town).ToArray())]);
    }
}
