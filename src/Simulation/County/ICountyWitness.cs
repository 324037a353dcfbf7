namespace KentSufficiency.Simulation.County;

/// <summary>
/// A log that also looks at the county itself: for histories of people, which the events alone do not tell. It sees what happened in care, to households and, if
/// it wants, at school, as the rules told it and in the order of the log, and at the end of every day the county as it stands then. The front door, which is lived
/// through beforehand, is not told. Looking changes nothing: the results are those of a run that nobody watches.
/// </summary>
public interface ICountyWitness : IEventLog
{
    /// <summary>Whether it wants to know what happens to residents and at school, which is most of all that happens.</summary>
    bool WantsSchools { get; }

    /// <summary>Something happened on a day; the day's end follows.</summary>
    /// <param name="day">The day, counted from the start of the run.</param>
    /// <param name="happened">What; its other entity may be a home's place in the register, plus one.</param>
    void Happened(int day, in LoggedEvent happened);

    /// <summary>A day is over.</summary>
    /// <param name="county">The county as it stands; not to be kept beyond the call.</param>
    void EndDay(in CountyGlimpse county);

    /// <inheritdoc/>
    void IEventLog.Record(in EventRecord happened)
    {
        // What is dressed for reading is for those who read.
    }
}
