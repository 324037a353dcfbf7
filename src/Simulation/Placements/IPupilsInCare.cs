using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Placements;

/// <summary>What the plan of a child says about residential schools.</summary>
public enum PlanAsks : byte
{
    /// <summary>Not known: the school side is left out, or the child is nobody there.</summary>
    Unknown,

    /// <summary>Nothing: there is no plan, or it is kept at another school.</summary>
    NoBoarding,

    /// <summary>Needs that a residential school meets.</summary>
    Boarding,
}

/// <summary>The schools of children in care, as far as the placement service has to do with them.</summary>
internal interface IPupilsInCare
{
    /// <summary>Adds to what the policy knows of a child where it goes to school and what its plan says.</summary>
    Seeker Describe(in Seeker seeker, int slot, in ChildState child, in Today today);

    /// <summary>A child has moved into a home.</summary>
    void MovesIn(int slot, in ChildState child, in Found found, in Today today, Effects effects);

    /// <summary>A stop-gap has become the placement.</summary>
    void Stays(int slot, in ChildState child, in Today today, Effects effects);
}
