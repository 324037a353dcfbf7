using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// What families see of each school now, distance and luck apart. Kept for applications outside rounds, of which there are many between two
/// changes of a school's standing.
/// </summary>
public sealed class SchoolAppeal
{
    private readonly School[] _schools;

    // Two for each school: for families of other districts, and for those of its own.
    private readonly float[] _seen;
    private AdmissionRates? _rates;

    /// <summary>Of the schools of an estate; nothing has been seen yet.</summary>
    public SchoolAppeal(Estate estate)
    {
        _schools = estate.Schools;
        _seen = new float[2 * _schools.Length];
    }

    /// <summary>What is seen of a school.</summary>
    /// <param name="school">Index.</param>
    /// <param name="own">1 for a secondary school in the family's district, else 0.</param>
    internal float Of(int school, int own) => _seen[(2 * school) + own];

    /// <summary>A school's standing has changed: it is to be looked at again.</summary>
    public void Forget() => _rates = null;

    /// <summary>Looks at all schools, unless they and the rates are those of the last look.</summary>
    /// <param name="rates">Rates in force.</param>
    /// <param name="liking">How well schools are liked now at equal distance, by index.</param>
    /// <param name="grades">Latest grades, by index.</param>
    public void Look(AdmissionRates rates, ReadOnlySpan<double> liking, ReadOnlySpan<Grade> grades)
    {
        if (ReferenceEquals(rates, _rates))
        {
            return;
        }

        _rates = rates;
        foreach (School school in _schools)
        {
            int at = school.Index;
            _seen[2 * at] = Taste.Seen(rates, SchoolPhase.Primary, school, liking[at], grades[at], school.District);
            _seen[(2 * at) + 1] = Taste.Seen(rates, SchoolPhase.Secondary, school, liking[at], grades[at], school.District);
        }
    }
}
