namespace KentSufficiency.Simulation.Measures;

/// <summary>The parts into which children looked after are counted, in the order of the measures and of <see cref="County.KnownStock"/>.</summary>
public static class CareBreakdowns
{
    /// <summary>Bands of age: <c>cla-by-age/BAND</c>.</summary>
    public static IReadOnlyList<string> Bands => CareMeasures.Bands;

    /// <summary>Groups of placement: <c>cla-by-group/GROUP</c>.</summary>
    public static IReadOnlyList<string> Groups => CareMeasures.GroupNames;
}
