using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Tells a log what happened on a day, in canonical order; a witness also looks at the county.</summary>
internal static class DayLog
{
    public static void Tell(IEventLog log, in CountyGlimpse county, Span<LoggedEvent> told)
    {
        told.Sort();
        if (log is ICountyWitness witness)
        {
            foreach (ref readonly LoggedEvent happened in told)
            {
                witness.Happened(county.Day, happened);
            }

            witness.EndDay(county);
            return;
        }

        DateOnly date = county.Parameters.Start.AddDays(county.Day);
        foreach (ref readonly LoggedEvent happened in told)
        {
            log.Record(EventRecord.Of(happened, date, county.Homes));
        }
    }
}
