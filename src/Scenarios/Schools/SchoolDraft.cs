using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>A school while the estate is being made.</summary>
internal sealed class SchoolDraft
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Year groups.</summary>
    public required SchoolKind Kind { get; init; }

    /// <summary>Planning area.</summary>
    public required PlanningArea Area { get; init; }

    /// <summary>Hundredths of a mile east of the origin.</summary>
    public required short East { get; init; }

    /// <summary>Hundredths of a mile north of the origin.</summary>
    public required short North { get; init; }

    /// <summary>Planning group, or -1.</summary>
    public required int Group { get; init; }

    /// <summary>Whether it is a grammar school.</summary>
    public required bool Selective { get; init; }

    /// <summary>Whether faith is a criterion.</summary>
    public required bool Faith { get; init; }

    /// <summary>Whether it has Years 12 and 13.</summary>
    public required bool SixthForm { get; init; }

    /// <summary>Admission authority.</summary>
    public required SchoolAuthority Authority { get; init; }

    /// <summary>Grade.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Admission number that the papers print, or 0.</summary>
    public required int PrintedPan { get; init; }

    /// <summary>Declared over-offer in a year group.</summary>
    public required int OverOffer { get; init; }

    /// <summary>Designated places that the papers print, then those given to it; 0 for a mainstream school.</summary>
    public required int Places { get; set; }

    /// <summary>Places of its specialist resource provision.</summary>
    public required int Resource { get; init; }

    /// <summary>Whether no paper names it.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Size relative to others of its kind.</summary>
    public required double Weight { get; init; }

    /// <summary>The oldest year group that it has had time to grow.</summary>
    public required int Oldest { get; init; }

    /// <summary>The junior school to which the pupils of an infant school go on.</summary>
    public SchoolDraft? Junior { get; set; }

    /// <summary>Position in the estate.</summary>
    public int Index { get; set; }

    /// <summary>Places by year group.</summary>
    public int[] Capacity { get; } = new int[Estate.Years];

    /// <summary>Pupils by year group; of a special school all in the first.</summary>
    public int[] Roll { get; } = new int[Estate.Years];

    /// <summary>How much families like it, from 0 to 1; the more, the fuller it is.</summary>
    public double Popularity => Scatter.Unit($"{Id}/popularity");

    /// <summary>The first year group.</summary>
    public int FirstYear => Kind switch { SchoolKind.Junior => 3, SchoolKind.Secondary => 7, _ => 0 };

    /// <summary>The last year group.</summary>
    public int LastYear => Kind switch { SchoolKind.Infant => 2, SchoolKind.Junior or SchoolKind.Primary => 6, SchoolKind.Special => 13, _ => SixthForm ? 13 : 11 };

    /// <summary>Whether there are pupils in a year group.</summary>
    public bool Has(int year) => year >= FirstYear && year <= Math.Min(LastYear, Oldest);

    /// <summary>The finished school, as yet without the pull.</summary>
    public School Finished() => new()
    {
        Index = Index,
        Id = Id,
        Name = Name,
        Kind = Kind,
        District = Area.District,
        Area = Area.Index,
        Group = Group,
        East = East,
        North = North,
        Selective = Selective,
        Faith = Faith,
        SixthForm = SixthForm,
        Authority = Authority,
        Grade = Grade,
        Pull = 0,
        Pan = Kind == SchoolKind.Special ? 0 : Capacity[FirstYear],
        OverOffer = OverOffer,
        DesignatedPlaces = Kind == SchoolKind.Special ? Places : 0,
        ResourcePlaces = Resource,
        Synthetic = Synthetic,
    };
}
