using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Happenings of the school side that are counted since the start. Those by district have twelve entries.</summary>
internal enum SchoolFlow
{
    /// <summary>Births by district.</summary>
    Births,

    /// <summary>Children who moved into Kent, by district.</summary>
    MovedIn = Births + KentMap.Districts,

    /// <summary>Children who left Kent, by district.</summary>
    MovedOut = MovedIn + KentMap.Districts,

    /// <summary>Children who moved between planning areas of Kent, by the district they left.</summary>
    MovedWithin = MovedOut + KentMap.Districts,

    /// <summary>Places found outside the rounds, by district of the school.</summary>
    InYear = MovedWithin + KentMap.Districts,

    /// <summary>Of those, by fair access above the number.</summary>
    FairAccess = InYear + KentMap.Districts,

    /// <summary>Children on the roll of a school that closed.</summary>
    Closed = FairAccess + KentMap.Districts,

    /// <summary>Of those, without a place in reach on the day.</summary>
    Displaced,

    /// <summary>Schools closed.</summary>
    Closures,

    /// <summary>Temporary places opened, counted once for a cohort.</summary>
    BulgePlaces,

    /// <summary>Permanent places a year group opened in primary schools.</summary>
    PrimaryPlacesOpened,

    /// <summary>Permanent places a year group opened in secondary schools.</summary>
    SecondaryPlacesOpened,

    /// <summary>Decisions to go ahead with a scheme.</summary>
    SchemesDecided,

    /// <summary>Schemes that opened later than planned.</summary>
    SchemesLate,

    /// <summary>Schemes that failed.</summary>
    SchemesFailed,

    /// <summary>Schemes that opened.</summary>
    SchemesOpened,

    /// <summary>Children who came, by birth, migration or with a dwelling.</summary>
    Came,

    /// <summary>Children who went: out of Kent, or out of the age of school.</summary>
    Went,

    /// <summary>Requests for a plan.</summary>
    PlanRequests,

    /// <summary>Pence of capital spent on places.</summary>
    Capital,

    /// <summary>Pence of revenue spent on places: classrooms, equipment, growth.</summary>
    Revenue,

    /// <summary>Pence of developers' contributions.</summary>
    Contributions,

    /// <summary>Pence spent on places in special schools and resource provisions.</summary>
    SpecialPlaces,

    /// <summary>Pence spent on independent special schools and those of other authorities.</summary>
    ExternalPlaces,

    /// <summary>Pence spent on transport of pupils with plans.</summary>
    Transport,

    /// <summary>How many there are.</summary>
    Count,
}
