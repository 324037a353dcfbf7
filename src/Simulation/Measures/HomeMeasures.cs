using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.Measures;

/// <summary>In-house foster homes on a date: places filled, vacant, or unavailable for a reason.</summary>
internal sealed class HomeMeasures
{
    private static readonly MeasureDefinition s_households = CareMeasures.Count("households", "Approved foster households (connected persons left out)", "households");
    private static readonly MeasureDefinition s_connected = CareMeasures.Count("households-connected", "Connected persons who foster", "households");
    private static readonly MeasureDefinition s_places = CareMeasures.Count("places", "Approved in-house places", "places");
    private static readonly MeasureDefinition s_filled = CareMeasures.Count("places-filled", "In-house places filled, beds lent during other carers' leave included", "places");
    private static readonly MeasureDefinition s_vacant = CareMeasures.Count("places-vacant", "In-house places vacant", "places");
    private static readonly MeasureDefinition s_unavailable = CareMeasures.Count("places-unavailable", "In-house places unavailable", "places");
    private static readonly MeasureDefinition[] s_reasons =
    [
        CareMeasures.Count("places-unavailable/on-hold", "Unavailable: carers on hold, inactive, on leave or leaving", "places"),
        CareMeasures.Count("places-unavailable/matching", "Unavailable: a child must be the only one placed", "places"),
        CareMeasures.Count("places-unavailable/staying-put", "Unavailable: kept by a young person Staying Put", "places"),
        CareMeasures.Count("places-unavailable/carers-choice", "Unavailable: the carers' choice", "places"),
    ];

    private readonly int[] _byReason = new int[4];

    /// <summary>Counts and writes the measures.</summary>
    public void Put(MeasureSink sink, HomeRegister register)
    {
        Array.Clear(_byReason);
        int places = 0;
        int filled = 0;
        int vacant = 0;
        int unavailable = 0;
        foreach (int index in register.InHouse)
        {
            ref Home home = ref register[index];
            int used = home.Filled + home.Respite;
            int rest = Math.Max(0, home.Approved - used - home.Free);
            places += home.Approved;
            filled += used;
            vacant += home.Free;
            unavailable += rest;
            Explain(home, rest);
        }

        sink.Put(s_households, register.InHouse.Length);
        sink.Put(s_connected, register.ConnectedCount);
        sink.Put(s_places, places);
        sink.Put(s_filled, filled);
        sink.Put(s_vacant, vacant);
        sink.Put(s_unavailable, unavailable);
        sink.Put(s_reasons, _byReason);
    }

    private void Explain(in Home home, int rest)
    {
        int stayingPut = Math.Min(rest, home.StayingPut);
        _byReason[2] += stayingPut;
        rest -= stayingPut;
        if (home.Status != HomeStatus.Open)
        {
            _byReason[0] += rest;
        }
        else if (home.SinglePlacements > 0)
        {
            _byReason[1] += rest;
        }
        else
        {
            _byReason[3] += rest;
        }
    }
}
