namespace KentSufficiency.Simulation.Schools;

/// <summary>Which year groups a school has.</summary>
public enum SchoolKind : byte
{
    /// <summary>Reception to Year 2.</summary>
    Infant,

    /// <summary>Years 3 to 6.</summary>
    Junior,

    /// <summary>Reception to Year 6.</summary>
    Primary,

    /// <summary>Years 7 to 11, with Years 12 and 13 where it has a sixth form.</summary>
    Secondary,

    /// <summary>Reception to Year 11 or 13.</summary>
    AllAge,

    /// <summary>A special school: places by plan only, all years.</summary>
    Special,
}

/// <summary>Who sets a school's admission arrangements and decides on its growth.</summary>
public enum SchoolAuthority : byte
{
    /// <summary>Community or voluntary controlled: the council.</summary>
    Council,

    /// <summary>Voluntary aided or foundation: the governing body.</summary>
    GoverningBody,

    /// <summary>Academy or free school: the trust; growth needs the Secretary of State's agreement.</summary>
    Academy,
}

/// <summary>The grade of the latest inspection.</summary>
public enum Grade : byte
{
    /// <summary>Never inspected: a new school.</summary>
    None,

    /// <summary>1.</summary>
    Outstanding,

    /// <summary>2.</summary>
    Good,

    /// <summary>3.</summary>
    RequiresImprovement,

    /// <summary>4.</summary>
    Inadequate,
}

/// <summary>Where a child of this county is educated.</summary>
public enum Setting : byte
{
    /// <summary>Below school age, or no longer in the model.</summary>
    None,

    /// <summary>On the roll of a mainstream school of Kent, in an ordinary place.</summary>
    Mainstream,

    /// <summary>In a specialist resource provision of a mainstream school of Kent.</summary>
    ResourceProvision,

    /// <summary>In a special school of Kent.</summary>
    Special,

    /// <summary>By plan in an independent special school, or in one of another authority.</summary>
    ExternalSpecial,

    /// <summary>In an independent school that the parents pay, or in a state school outside Kent.</summary>
    Independent,

    /// <summary>Educated at home.</summary>
    HomeEducated,

    /// <summary>Of school age and without a place: new, moved or displaced.</summary>
    Waiting,

    /// <summary>Aged 16 or over: at a college, at work or in training; on the roll of no school.</summary>
    Further,
}
