using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>The two phases for which families' tastes and the arrangements differ.</summary>
public enum SchoolPhase : byte
{
    /// <summary>Reception to Year 6, infant and junior schools included.</summary>
    Primary,

    /// <summary>Years 7 to 13.</summary>
    Secondary,
}

/// <summary>
/// How families apply and how places are given in one regime. Effects are terms of a logit: natural logarithms of how many times as likely
/// a school is to be preferred to another at the same distance. Arrays "by phase" are indexed by <see cref="SchoolPhase"/>. Immutable.
/// </summary>
public sealed record AdmissionRates
{
    /// <summary>Ordered preferences a family may name, by phase; 1 to <see cref="PreferenceLists.Most"/>.</summary>
    public required int[] Preferences { get; init; }

    /// <summary>Chance that a family which has named a school names another, while it may, by phase; 0 to 1.</summary>
    public required double[] NamesNext { get; init; }

    /// <summary>What a mile of distance takes from a school's liking, by phase; at least 0.</summary>
    public required double[] PerMile { get; init; }

    /// <summary>Effect of the latest grade, by <see cref="Grade"/>; 0 for the grade that others are compared with.</summary>
    public required double[] GradeEffect { get; init; }

    /// <summary>Effect of a school's faith on a family that practises one.</summary>
    public required double FaithEffect { get; init; }

    /// <summary>Effect of an older brother or sister at the school.</summary>
    public required double SiblingEffect { get; init; }

    /// <summary>Effect of a secondary school's lying in the district where the family lives; 0 without the lever.</summary>
    public required double LocalEffect { get; init; }

    /// <summary>Effect of a school's being a grammar school on a child who passed; 0 where the schools' own pulls hold it.</summary>
    public required double SelectiveEffect { get; init; }

    /// <summary>Share of applicants with an older brother or sister at a school of the phase; Reception, Year 3, Year 7.</summary>
    public required double[] SiblingShare { get; init; }

    /// <summary>Share of families who meet the faith criterion of a school of their faith.</summary>
    public required double FaithShare { get; init; }

    /// <summary>Share of children who pass the Kent test.</summary>
    public required double TestPass { get; init; }

    /// <summary>Share of applicants who are looked after, by phase.</summary>
    public required double[] LookedAfter { get; init; }

    /// <summary>Share of applicants who were looked after before, by phase.</summary>
    public required double[] PreviouslyLookedAfter { get; init; }

    /// <summary>Miles beyond which a place is out of reach, so that no child is sent there, by phase.</summary>
    public required double[] Reach { get; init; }

    /// <summary>Share of families who refuse a place they did not name and go without one from the council, by phase.</summary>
    public required double[] RefusesAllocation { get; init; }

    /// <summary>Share of applications outside a round that find every school in reach full for which fair access finds a place above the number.</summary>
    public required double FairAccess { get; init; }

    /// <summary>Children in an infant class (Reception to Year 2) at the most: by law 30.</summary>
    public required int InfantClass { get; init; }

    /// <summary>Who stays at school after Year 11.</summary>
    public required StayingOnRates StayingOn { get; init; }

    /// <summary>Each authority's criteria in their order, by <see cref="AuthorityRule"/>; distance follows, then the lot.</summary>
    public Criterion[][] Criteria { get; init; } = AdmissionCriteria.Standard;

    /// <summary>
    /// Pupils above the number whom a school may take in a year group: what it declared, but no infant class above the limit,
    /// the legal exceptions left aside.
    /// </summary>
    /// <param name="capacity">Places of the year group.</param>
    /// <param name="declared">The declared over-offer.</param>
    /// <param name="year">Year group.</param>
    /// <param name="excepted">Whether the child is an exception in law, and may be taken as if there were no limit.</param>
    public int Above(int capacity, int declared, int year, bool excepted = false)
    {
        if (capacity <= 0)
        {
            return 0;
        }

        int inClasses = (capacity + InfantClass - 1) / InfantClass * InfantClass;
        return year > AdmissionYears.LastInfant || excepted ? declared : Math.Min(declared, inClasses - capacity);
    }
}

/// <summary>Staying on after Year 11. Immutable.</summary>
public sealed record StayingOnRates
{
    /// <summary>Share of Year 11 of a school with a sixth form who stay in it, where Year 7 is not by the test.</summary>
    public required double Own { get; init; }

    /// <summary>Share of Year 11 of a grammar school with a sixth form who stay in it.</summary>
    public required double OwnSelective { get; init; }

    /// <summary>Share of the others who move to another school's sixth form, if one in reach has a place.</summary>
    public required double Move { get; init; }

    /// <summary>Share of Year 12 who go on to Year 13.</summary>
    public required double Year13 { get; init; }
}
