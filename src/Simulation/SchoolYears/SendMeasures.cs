using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Plans: how many there are, how many were asked for, and how long they took.</summary>
internal sealed class SendMeasures(IReadOnlyList<string> districts)
{
    private readonly SchoolMeasure _plans = SchoolMeasure.Whole("ehcp", "plans", "Education, health and care plans, to the age of 25");
    private readonly SchoolMeasure _requests = SchoolMeasure.Whole("ehcp-requests", "requests", "Requests for a plan in 12 months");
    private readonly SchoolMeasure _waiting = SchoolMeasure.Whole("plans-waiting", "requests", "Requests for a plan that wait for an answer");
    private readonly SchoolMeasure _inTime = SchoolMeasure.Percentage("send11", "Plans issued within 20 weeks, 12 months", districts);

    /// <summary>Counts and writes.</summary>
    /// <param name="sink">Receives the measures.</param>
    /// <param name="county">The county, or null while measures are defined.</param>
    /// <param name="year">What happened in the 12 months to the date.</param>
    public void Put(MeasureSink sink, SchoolCounty? county, in SchoolWindow year)
    {
        _plans.Clear();
        _requests.Clear();
        _waiting.Clear();
        _inTime.Clear();
        if (county is not null)
        {
            SendService send = county.Send;
            for (int team = 0; team < SendTeams.Count; team++)
            {
                _plans.Add(0, send.At(PlanStage.Issued, team));
                for (PlanStage stage = PlanStage.Asked; stage < PlanStage.Issued; stage++)
                {
                    _waiting.Add(0, send.At(stage, team));
                }
            }

            _requests.Add(0, year[SchoolFlow.PlanRequests]);
            for (int district = 0; district < KentMap.Districts; district++)
            {
                (int inTime, int issued) = send.Counts.Year(district);
                _inTime.AddToDistrict(district, inTime, issued);
            }
        }

        _plans.Put(sink);
        _requests.Put(sink);
        _waiting.Put(sink);
        _inTime.Put(sink);
    }
}
