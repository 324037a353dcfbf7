using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Families;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Building;

/// <summary>
/// Makes small cohorts of children in care by hand, for tests and examples: what is said holds exactly, what is left open is drawn, and the same builder with the same seed
/// always gives the same children. A group that is added later changes none before it.
/// <code>
/// Cohort cohort = new CohortBuilder(seed: 7)
///     .Add(12).Unaccompanied().In("Dover").EnteredCare(2023, 10).Siblings(2)
///     .Build();
/// </code>
/// </summary>
public sealed class CohortBuilder
{
    private readonly List<ChildGroup> _groups = [];
    private readonly DetailLibrary _detail;
    private readonly KentDistricts _districts;
    private readonly uint _seed;
    private DateOnly _from = new(2019, 4, 1);
    private DateOnly _asOf = new(2024, 3, 31);

    /// <summary>Begins a cohort.</summary>
    /// <param name="seed">The same seed gives the same children.</param>
    /// <param name="dataDirectory">The data folder; null for the one beside the program.</param>
    /// <exception cref="EvidenceException">Rules of the data are broken.</exception>
    public CohortBuilder(uint seed = 1, string? dataDirectory = null)
    {
        string directory = dataDirectory ?? DataFolder.Locate();
        _seed = seed;
        _detail = DetailLibrary.Load(directory);
        _districts = KentDistricts.Load(directory);
    }

    /// <summary>Sets the first and the last day of the history; by default 1 April 2019 and 31 March 2024.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public CohortBuilder Between(DateOnly from, DateOnly asOf)
    {
        (_from, _asOf) = from <= asOf ? (from, asOf) : throw new ArgumentException($"A history cannot end ({asOf:yyyy-MM-dd}) before it begins ({from:yyyy-MM-dd}).", nameof(asOf));
        return this;
    }

    /// <summary>Adds children, of whom more can then be said; what is said is said of all of them.</summary>
    /// <param name="count">How many; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is not one.</exception>
    public ChildGroup Add(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var group = new ChildGroup(this, _districts, count);
        _groups.Add(group);
        return group;
    }

    /// <summary>Makes the children.</summary>
    /// <exception cref="CohortException">What was said of a group cannot be; the message says why.</exception>
    public Cohort Build()
    {
        var key = new DrawKey(_seed, 0);
        var care = new List<CareHistory>();
        foreach (ChildGroup group in _groups)
        {
            group.Make(care, key, _from, _asOf);
        }

        var county = new CountyHistory(_from, _asOf, key, care);
        var maker = new ChildMaker(county, _detail.Shares, new PersonalDetail(_detail.Towns));
        IEnumerable<FamilyUnit> families = FamilyFinder.Find(county, residents: null).OrderBy(family => family.Members[0].Care!.Number);
        return new Cohort(county, [.. families.SelectMany(family => maker.Make(new TakenFamily(family, family.Members)))], _detail);
    }
}
