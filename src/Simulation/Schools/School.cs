namespace KentSufficiency.Simulation.Schools;

/// <summary>What does not change about a school while a scenario runs. Immutable.</summary>
public sealed record School
{
    // Asked for millions of times a replication, so worked out when the school is made.
    private readonly SchoolKind _kind;
    private readonly bool _sixthForm;

    /// <summary>Place in the estate's list; part of addresses of draws, so never renumbered: schools that a scenario opens come last.</summary>
    public required int Index { get; init; }

    /// <summary>Lower-case words joined by hyphens, such as <c>thamesview</c>; by it a scenario names the school.</summary>
    public required string Id { get; init; }

    /// <summary>Name; a generated school's says that it is synthetic.</summary>
    public required string Name { get; init; }

    /// <summary>Which year groups it has.</summary>
    public required SchoolKind Kind
    {
        get => _kind;
        init
        {
            _kind = value;
            (FirstYear, LastYear) = (FirstYearOf(value), LastYearOf(value, _sixthForm));
        }
    }

    /// <summary>District, 0 to 11, in the order of the map.</summary>
    public required int District { get; init; }

    /// <summary>Planning area (primary) in which it lies.</summary>
    public required int Area { get; init; }

    /// <summary>Planning group of its Year 7 places; -1 for a school without them.</summary>
    public int Group { get; init; } = -1;

    /// <summary>Hundredths of a mile east of the origin.</summary>
    public required short East { get; init; }

    /// <summary>Hundredths of a mile north of the origin.</summary>
    public required short North { get; init; }

    /// <summary>Whether Year 7 is by the Kent test: a grammar school.</summary>
    public bool Selective { get; init; }

    /// <summary>Whether faith is among its oversubscription criteria.</summary>
    public bool Faith { get; init; }

    /// <summary>Whether it has Years 12 and 13.</summary>
    public bool SixthForm
    {
        get => _sixthForm;
        init
        {
            _sixthForm = value;
            LastYear = LastYearOf(_kind, value);
        }
    }

    /// <summary>Its admission authority.</summary>
    public required SchoolAuthority Authority { get; init; }

    /// <summary>Grade on the start of the run.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Natural logarithm of how strongly it draws applicants at equal distance; calibrated so that the baseline's flows are met.</summary>
    public required double Pull { get; init; }

    /// <summary>Published admission number of its first year group on the start of the run; 0 for a special school.</summary>
    public required int Pan { get; init; }

    /// <summary>Pupils above the admission number that it may take in a year group: its declared over-offer.</summary>
    public int OverOffer { get; init; }

    /// <summary>Commissioned places of a special school, by plan, all years together; 0 for others.</summary>
    public int DesignatedPlaces { get; init; }

    /// <summary>Places of its specialist resource provision, all years together.</summary>
    public int ResourcePlaces { get; init; }

    /// <summary>The day it opens; long past for a school that is there.</summary>
    public int OpensDay { get; init; } = int.MinValue;

    /// <summary>Whether it stands in for schools that no source names.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>The first year group: 0 Reception, 3 junior, 7 secondary.</summary>
    public int FirstYear { get; private init; }

    /// <summary>The last year group, 13 at most.</summary>
    public int LastYear { get; private init; }

    /// <summary>Whether it has a year group.</summary>
    public bool Teaches(int year) => year >= FirstYear && year <= LastYear;

    private static int FirstYearOf(SchoolKind kind) => kind switch { SchoolKind.Junior => 3, SchoolKind.Secondary => 7, _ => 0 };

    private static int LastYearOf(SchoolKind kind, bool sixthForm) => kind switch
    {
        SchoolKind.Infant => 2,
        SchoolKind.Junior or SchoolKind.Primary => 6,
        SchoolKind.Special => 13,
        _ => sixthForm ? 13 : 11,
    };
}
