using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Money;

namespace KentSufficiency.Simulation.Measures;

/// <summary>Differences of the flows over a window that ends on the record date.</summary>
/// <param name="now">Flows so far.</param>
/// <param name="then">Flows at the start of the window.</param>
internal readonly ref struct FlowWindow(ReadOnlySpan<long> now, ReadOnlySpan<long> then)
{
    private readonly ReadOnlySpan<long> _now = now;
    private readonly ReadOnlySpan<long> _then = then;

    /// <summary>Happenings within the window.</summary>
    public long this[Flow flow, int offset = 0] => _now[(int)flow + offset] - _then[(int)flow + offset];
}

/// <summary>What happened in the 12 months, or the month, up to a date.</summary>
internal sealed class FlowMeasures(CountyParameters parameters)
{
    private static readonly MeasureDefinition s_started = CareMeasures.Count("cla-started", "Children who started to be looked after in 12 months");
    private static readonly MeasureDefinition s_startedUasc = CareMeasures.Count("cla-started-uasc", "Unaccompanied children who started to be looked after in 12 months");
    private static readonly MeasureDefinition[] s_startedByAge = ByBand("cla-started-by-age", "started to be looked after in 12 months");
    private static readonly MeasureDefinition s_ceased = CareMeasures.Count("cla-ceased", "Children who ceased to be looked after in 12 months");
    private static readonly MeasureDefinition[] s_ceasedByAge = ByBand("cla-ceased-by-age", "ceased to be looked after in 12 months");
    private static readonly MeasureDefinition[] s_ceasedByReason =
        [.. Enum.GetValues<EndReason>().Select(r => CareMeasures.Count($"cla-ceased-by-reason/{r}", $"Ceased to be looked after for reason {r} in 12 months"))];
    private static readonly MeasureDefinition s_placements = CareMeasures.Count("placements-started", "Placements started in 12 months", "placements");
    private static readonly MeasureDefinition s_unplanned = CareMeasures.Count("unplanned-endings", "Placements that ended unplanned in 12 months", "placements");
    private static readonly MeasureDefinition s_scs29 =
        new("scs29", "Kent", MeasureKind.Mean, "days", "Mean days from entering care to moving in with adopters, adopted in 12 months");
    private static readonly MeasureDefinition s_enquiries = CareMeasures.Count("enquiries", "Enquiries about fostering in 12 months", "enquiries");
    private static readonly MeasureDefinition s_approved = CareMeasures.Count("households-approved", "Households approved in 12 months", "households");
    private static readonly MeasureDefinition s_left = CareMeasures.Count("households-deregistered", "Households that resigned or were de-registered in 12 months", "households");
    private static readonly MeasureDefinition s_panel = CareMeasures.Count("panel-cases", "Cases heard at fostering panels in 12 months", "cases");
    private static readonly MeasureDefinition s_requests = CareMeasures.Count("requests", "Requests for a home in 12 months", "requests");
    private static readonly MeasureDefinition s_unmet = CareMeasures.Count("requests-unmet", "Requests with no suitable home on the day needed, in 12 months", "requests");
    private static readonly MeasureDefinition s_wait = new("days-to-match", "Kent", MeasureKind.Mean, "days", "Mean days from request to a home, in 12 months");
    private static readonly MeasureDefinition s_spot = CareMeasures.Count("spot-purchases", "Homes bought at once from agencies in 12 months", "homes");
    private static readonly MeasureDefinition s_panelWait =
        new("panel-wait-days", "Kent", MeasureKind.Mean, "days", "Days that cases heard by panel in 12 months had waited");
    private static readonly MeasureDefinition s_nights = CareMeasures.Count("emergency-nights", "Nights in stop-gaps that ended in 12 months", "nights");
    private static readonly MeasureDefinition s_together = CareMeasures.Share("sibling-groups-together", "Sibling groups placed together, in 12 months");
    private static readonly MeasureDefinition s_respite = CareMeasures.Share("respite-unmet", "Leaves for which no in-house respite bed was found, in 12 months");
    private static readonly MeasureDefinition s_kept = CareMeasures.Count("stability-kept", "Placements kept by the stability team in 12 months", "placements");
    private static readonly MeasureDefinition s_transferred = CareMeasures.Count("other-la-lost", "Requests of other authorities that found no home in Kent, in 12 months", "requests");
    private static readonly MeasureDefinition s_advised = CareMeasures.Count("contacts-advised", "Contacts that ended in information and advice in 12 months", "contacts");
    private static readonly MeasureDefinition s_earlyHelp = CareMeasures.Count("early-help-started", "Children opened to Early Help units in 12 months");
    private static readonly MeasureDefinition s_referralRate =
        new("referral-rate", "Kent", MeasureKind.RatePer10000, "per 10,000", "Referrals in 12 months for each 10,000 aged 0-17");
    private static readonly MeasureDefinition s_reReferral = CareMeasures.Share("re-referral-pct", "Referrals with an earlier one within 12 months");
    private static readonly MeasureDefinition s_repeat = CareMeasures.Share("cpp-repeat-pct", "Child protection plans for a second or later time");
    private static readonly MeasureDefinition s_reEntry = CareMeasures.Count("care-re-entries", "Children who returned to care in 12 months");

    private readonly MeasureDefinition[] _met = [.. Places(parameters).Select(place =>
        new MeasureDefinition("met-suitably", place, MeasureKind.Percentage, "%", "Requests of the month met on the day needed by a suitable home"))];
    private readonly MeasureDefinition[] _sufficient = [.. Places(parameters).Select(place =>
        new MeasureDefinition("p-sufficient", place, MeasureKind.Percentage, "%", "Chance that the month's requests are met suitably"))];
    private readonly int[] _byAge = new int[5];
    private readonly int[] _byReason = new int[s_ceasedByReason.Length];

    private CountyParameters _parameters = parameters;

    /// <summary>Starts a replication.</summary>
    /// <param name="drawn">Its parameters.</param>
    public void Begin(CountyParameters drawn) => _parameters = drawn;

    /// <summary>Writes the measures.</summary>
    public void Put(MeasureSink sink, in FlowWindow year, in FlowWindow month)
    {
        PutCare(sink, year);
        PutHomes(sink, year);
        PutFrontDoor(sink, year);
        long requests = 0;
        long met = 0;
        for (int district = 0; district < _parameters.Districts.Length; district++)
        {
            long here = month[Flow.RequestsByDistrict, district];
            long metHere = month[Flow.MetSuitablyByDistrict, district];
            requests += here;
            met += metHere;
            PutMet(sink, district + 1, metHere, here);
        }

        PutMet(sink, 0, met, requests);
        CostMeasures.Put(sink, year);
    }

    private void PutCare(MeasureSink sink, in FlowWindow year)
    {
        sink.Put(s_started, year[Flow.CareStarted]);
        sink.Put(s_startedUasc, year[Flow.CareStartedUnaccompanied]);
        sink.Put(s_startedByAge, Group(year, Flow.CareStartedByAge, _byAge));
        sink.Put(s_ceased, year[Flow.CareCeased]);
        sink.Put(s_ceasedByAge, Group(year, Flow.CareCeasedByAge, _byAge));
        sink.Put(s_ceasedByReason, Group(year, Flow.CareCeasedByReason, _byReason));
        sink.Put(s_placements, year[Flow.PlacementsStarted]);
        sink.Put(s_unplanned, year[Flow.UnplannedEndings]);
        sink.Put(s_scs29, year[Flow.AdoptedDays], year[Flow.Adopted]);
        sink.Put(s_reEntry, year[Flow.CareReEntries]);
    }

    private static void PutHomes(MeasureSink sink, in FlowWindow year)
    {
        sink.Put(s_enquiries, year[Flow.Enquiries]);
        sink.Put(s_approved, year[Flow.HouseholdsApproved]);
        sink.Put(s_left, year[Flow.HouseholdsDeregistered]);
        sink.Put(s_panel, year[Flow.PanelCases]);
        sink.Put(s_panelWait, year[Flow.PanelWaitDays], year[Flow.PanelCases]);
        sink.Put(s_requests, year[Flow.Requests]);
        sink.Put(s_unmet, year[Flow.RequestsUnmet]);
        sink.Put(s_wait, year[Flow.DaysToMatch], year[Flow.RequestsMatched]);
        sink.Put(s_nights, year[Flow.EmergencyNights]);
        sink.Put(s_spot, year[Flow.SpotPurchases]);
        sink.Put(s_together, year[Flow.SiblingGroupsTogether], year[Flow.SiblingGroups]);
        sink.Put(s_respite, year[Flow.RespiteUnmet], year[Flow.RespiteRequests]);
        sink.Put(s_kept, year[Flow.StabilityKept]);
        sink.Put(s_transferred, year[Flow.OtherAuthorityLost]);
    }

    private void PutFrontDoor(MeasureSink sink, in FlowWindow year)
    {
        sink.Put(s_advised, year[Flow.ContactsAdvised]);
        sink.Put(s_earlyHelp, year[Flow.EarlyHelpStarted]);
        sink.Put(s_referralRate, year[Flow.Referrals], _parameters.Under18);
        sink.Put(s_reReferral, year[Flow.ReReferrals], year[Flow.Referrals]);
        sink.Put(s_repeat, year[Flow.RepeatPlansStarted], year[Flow.PlansStarted]);
    }

    private void PutMet(MeasureSink sink, int place, long met, long requests)
    {
        sink.Put(_met[place], met, requests);
        sink.Put(_sufficient[place], met >= _parameters.SufficientShare * requests ? 1 : 0, 1);
    }

    private static IEnumerable<string> Places(CountyParameters parameters) => parameters.Districts.Prepend("Kent");

    private static MeasureDefinition[] ByBand(string id, string what) =>
        [.. CareMeasures.Bands.Zip(CareMeasures.BandTitles, (band, title) => CareMeasures.Count($"{id}/{band}", $"Children aged {title} who {what}"))];

    private static ReadOnlySpan<int> Group(in FlowWindow window, Flow first, int[] into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = (int)window[first, i];
        }

        return into;
    }
}
