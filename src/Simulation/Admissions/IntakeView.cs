using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>What a round sees of the schools, each by index.</summary>
public readonly ref struct IntakeView
{
    /// <summary>
    /// Places left in the year group, children admitted by a plan that names the school already taken off: 0 if they filled it; negative
    /// if the school takes no part in the round (closed, not open yet, another year group).
    /// </summary>
    public required ReadOnlySpan<int> Places { get; init; }

    /// <summary>Pupils above those places whom the council may still send there: see <see cref="AdmissionRates.Above"/>.</summary>
    public required ReadOnlySpan<int> Above { get; init; }

    /// <summary>How well schools are liked now at equal distance: the school's pull and what its name has gained or lost since.</summary>
    public required ReadOnlySpan<double> Liking { get; init; }

    /// <summary>Latest grades.</summary>
    public required ReadOnlySpan<Grade> Grades { get; init; }
}
