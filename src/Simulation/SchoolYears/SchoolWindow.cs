namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>What happened between two dates on which flows were noted.</summary>
/// <param name="now">Counts at the later date.</param>
/// <param name="before">Counts at the earlier date.</param>
internal readonly ref struct SchoolWindow(ReadOnlySpan<long> now, ReadOnlySpan<long> before)
{
    private readonly ReadOnlySpan<long> _now = now;
    private readonly ReadOnlySpan<long> _before = before;

    /// <summary>How often something happened; of a flow by district, in one of them.</summary>
    public long this[SchoolFlow flow, int district = 0] => _now[(int)flow + district] - _before[(int)flow + district];
}
