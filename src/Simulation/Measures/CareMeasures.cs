using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Measures;

/// <summary>Children looked after on a date: counted in one walk over them.</summary>
internal sealed class CareMeasures
{
    private static readonly string[] s_bands = ["under-1", "1-4", "5-9", "10-15", "16-over"];
    private static readonly string[] s_bandTitles = ["under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"];
    private static readonly string[] s_places = ["U3", "U4", "U6", "A6", "P1", "P2", "H5", "K1", "K2", "R3", "S1"];
    private static readonly string[] s_providers = ["PR0", "PR1", "PR4"];
    private static readonly string[] s_groups =
        ["foster", "adoption", "parents", "community", "homes-semi-secure", "other-residential", "residential-school"];

    private static readonly MeasureDefinition s_cla = Count("cla", "Children looked after");
    private static readonly MeasureDefinition s_uasc = Count("cla-uasc", "Unaccompanied asylum-seeking children looked after");
    private static readonly MeasureDefinition[] s_byPlace = [.. s_places.Select(code => Count($"cla-by-place/{code}", $"Children looked after placed as {code}"))];
    private static readonly MeasureDefinition[] s_byProvider =
        [.. s_providers.Select(code => Count($"cla-by-provider/{code}", $"Children looked after with provider {code}"))];
    private static readonly MeasureDefinition[] s_byAge =
        [.. s_bands.Zip(s_bandTitles, (band, title) => Count($"cla-by-age/{band}", $"Children looked after aged {title}"))];
    private static readonly MeasureDefinition[] s_byGroup = [.. s_groups.Select(group => Count($"cla-by-group/{group}", $"Children looked after: {group}"))];
    private static readonly MeasureDefinition s_scs19 = Share("scs19", "Fostered children with in-house carers, relatives or friends (UASC left out)");
    private static readonly MeasureDefinition s_scs18 = Share("scs18", "Under 16 and in care 2.5 years: same placement for 2 years, or adoptive");
    private static readonly MeasureDefinition s_same = Count("same-placement-2-years-count", "Under 16, in care 2.5 years, same placement for 2 years");
    private static readonly MeasureDefinition s_long = Count("cla-2.5-years-count", "Under 16 and looked after 2.5 years or more");
    private static readonly MeasureDefinition s_three = Share("cla-3-placements", "Children with three or more placements in the year");
    private static readonly MeasureDefinition s_threeCount = Count("cla-3-placements-count", "Children with three or more placements in the year");
    private static readonly MeasureDefinition s_outside = Share("placed-out-of-county", "Children placed outside Kent");
    private static readonly MeasureDefinition s_outsideCount = Count("placed-out-of-county-count", "Children placed outside Kent");
    private static readonly MeasureDefinition s_far = Share("placed-over-20-miles", "Children placed over 20 miles from home, where the distance is known");
    private static readonly MeasureDefinition s_farCount = Count("placed-over-20-miles-count", "Children placed over 20 miles from home");

    private static readonly int[] s_placeOf = [.. Enum.GetValues<HomeKind>().Select(kind => Array.IndexOf(s_places, CodeNames.Place(kind)))];
    private static readonly int[] s_providerOf = [.. Enum.GetValues<HomeKind>().Select(kind => Array.IndexOf(s_providers, CodeNames.Provider(kind)))];
    private static readonly int[] s_groupOf = [.. Enum.GetValues<HomeKind>().Select(GroupOf)];

    private static readonly MeasureDefinition s_miles =
        new("miles-from-home", "Kent", MeasureKind.Mean, "miles", "Miles from the child's home to the placement, where that is known");

    private readonly int[] _byKind = new int[2 * s_placeOf.Length];
    private readonly int[] _byPlace = new int[s_places.Length];
    private readonly int[] _byProvider = new int[s_providers.Length];
    private readonly int[] _byAge = new int[s_bands.Length];
    private readonly int[] _byGroup = new int[s_groups.Length];
    private int _total;
    private int _uasc;
    private int _fostered;
    private int _inHouse;
    private int _long;
    private int _same;
    private int _three;
    private int _outside;
    private int _known;
    private int _far;
    private long _miles;

    /// <summary>The names of the bands of age, in the order of <see cref="AgeBand"/>.</summary>
    public static IReadOnlyList<string> Bands => s_bands;

    /// <summary>The names of the bands of age in a phrase.</summary>
    public static IReadOnlyList<string> BandTitles => s_bandTitles;

    /// <summary>How many groups of placement there are.</summary>
    internal static int Groups => s_groups.Length;

    /// <summary>How many providers are told apart.</summary>
    internal static int Providers => s_providers.Length;

    /// <summary>The names of the groups of placement, in order.</summary>
    internal static IReadOnlyList<string> GroupNames => s_groups;

    /// <summary>The index of a kind of home in the groups of placement.</summary>
    internal static int GroupIndex(HomeKind kind) => s_groupOf[(int)kind];

    /// <summary>The index of a kind of home in the providers.</summary>
    internal static int ProviderIndex(HomeKind kind) => s_providerOf[(int)kind];

    /// <summary>Starts a new date.</summary>
    public void Clear()
    {
        Array.Clear(_byKind);
        Array.Clear(_byPlace);
        Array.Clear(_byProvider);
        Array.Clear(_byAge);
        Array.Clear(_byGroup);
        _total = _uasc = _fostered = _inHouse = _long = _same = _three = _outside = _known = _far = 0;
        _miles = 0;
    }

    /// <summary>
    /// Counts children who are looked after: by kind of home alone, since codes, providers and groups follow from it when the measures are written.
    /// Facts are added as ones and noughts, since children follow each other in no order and a branch would be guessed wrong.
    /// </summary>
    public void Add(ReadOnlySpan<int> slots, ChildTable children, int day)
    {
        int yearAgo = day - 365;
        (int three, int lasting, int same, int outside, int known, int far) = (0, 0, 0, 0, 0, 0);
        long miles = 0;
        foreach (int slot in slots)
        {
            ref readonly ChildState child = ref children[slot];
            int age = child.AgeOn(day);
            _byKind[(2 * (int)child.Place) + One(child.Is(ChildFacts.Unaccompanied))]++;
            _byAge[Age.BandIndex(age)]++;
            three += One(child.PreviousPlacementDay > yearAgo & (child.PhaseDay <= yearAgo | child.PlacementsThisEpisode >= 3));
            bool isLasting = age < Age.Days16 & day - child.PhaseDay >= 913;
            bool adoptive = child.Place == HomeKind.Adoption & day - child.PreviousPlacementDay >= 730;
            lasting += One(isLasting);
            same += One(isLasting & (adoptive | day - child.PlacementDay >= 730));
            int isKnown = One(child.Is(ChildFacts.DistanceKnown));
            outside += One(child.Is(ChildFacts.OutOfCounty));
            known += isKnown;
            far += One(child.Is(ChildFacts.Over20Miles));
            miles += isKnown * child.Miles;
        }

        (_three, _long, _same, _outside, _known, _far) = (_three + three, _long + lasting, _same + same, _outside + outside, _known + known, _far + far);
        _miles += miles;
    }

    /// <summary>Writes the measures.</summary>
    public void Put(MeasureSink sink)
    {
        SumKinds();
        sink.Put(s_cla, _total);
        sink.Put(s_uasc, _uasc);
        sink.Put(s_byPlace, _byPlace);
        sink.Put(s_byProvider, _byProvider);
        sink.Put(s_byAge, _byAge);
        sink.Put(s_byGroup, _byGroup);
        sink.Put(s_scs19, _inHouse, _fostered);
        sink.Put(s_scs18, _same, _long);
        sink.Put(s_same, _same);
        sink.Put(s_long, _long);
        sink.Put(s_three, _three, _total);
        sink.Put(s_threeCount, _three);
        sink.Put(s_outside, _outside, _total);
        sink.Put(s_outsideCount, _outside);
        sink.Put(s_far, _far, _known);
        sink.Put(s_farCount, _far);
        sink.Put(s_miles, _miles, 100L * _known);
    }

    /// <summary>A count for Kent.</summary>
    internal static MeasureDefinition Count(string id, string title, string unit = "children") => new(id, "Kent", MeasureKind.Count, unit, title);

    /// <summary>A percentage for Kent.</summary>
    internal static MeasureDefinition Share(string id, string title) => new(id, "Kent", MeasureKind.Percentage, "%", title);

    private void SumKinds()
    {
        for (int kind = 0; kind < s_placeOf.Length; kind++)
        {
            int uasc = _byKind[(2 * kind) + 1];
            int others = _byKind[2 * kind];
            _total += others + uasc;
            _uasc += uasc;
            if (kind == (int)HomeKind.None)
            {
                continue;
            }

            _byPlace[s_placeOf[kind]] += others + uasc;
            _byProvider[s_providerOf[kind]] += others + uasc;
            _byGroup[s_groupOf[kind]] += others + uasc;
            if (s_groupOf[kind] == 0)
            {
                _fostered += others;
                _inHouse += s_providerOf[kind] == 1 ? others : 0;
            }
        }
    }

    private static int One(bool holds) => holds ? 1 : 0;

    private static int GroupOf(HomeKind kind) => CodeNames.Place(kind)[0] switch
    {
        'U' => 0,
        'A' => 1,
        _ => CodeNames.Place(kind) switch { "P1" => 2, "P2" => 3, "R3" => 5, "S1" => 6, _ => 4 },
    };
}
