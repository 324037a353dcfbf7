using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// A coordinated round of admissions: families name schools in order, schools rank those who named them by their own criteria, equal
/// preference decides, and the council finds places for the rest. A pure function of its arguments, whatever the order of the applicants;
/// an instance only keeps room for them. Not thread-safe; allocates nothing once it has seen a round as large.
/// </summary>
public sealed class AdmissionsRound
{
    private readonly Families _families;
    private readonly Allocation _allocation;
    private readonly DeferredAcceptance _acceptance = new();
    private readonly PreferenceLists _lists = new();
    private AdmissionOutcome[] _outcomes = [];

    /// <summary>Prepares rounds of an estate.</summary>
    public AdmissionsRound(Estate estate, SchoolReach reach)
    {
        ReachTable[] tables = [.. AdmissionYears.All.Select(year => new ReachTable(estate, reach, year))];
        _families = new Families(estate, tables);
        _allocation = new Allocation(tables);
    }

    /// <summary>The applications of the latest round, in the order of its applicants.</summary>
    public PreferenceLists Lists => _lists;

    /// <summary>Holds a round.</summary>
    /// <param name="rates">Rates in force.</param>
    /// <param name="key">Key of the replication.</param>
    /// <param name="entryYear">Reception (0), Year 3 or Year 7. A round for Year 3 is for children at infant schools only.</param>
    /// <param name="applicants">Those who apply: not those whose plan names a school, nor those who go to no school of the council's area.</param>
    /// <param name="view">The schools.</param>
    /// <returns>What each applicant got, in the order of the applicants; valid until the next round.</returns>
    public ReadOnlySpan<AdmissionOutcome> Hold(
        AdmissionRates rates, DrawKey key, int entryYear, ReadOnlySpan<Applicant> applicants, scoped in IntakeView view)
    {
        if (_outcomes.Length < applicants.Length)
        {
            _outcomes = new AdmissionOutcome[applicants.Length + (applicants.Length / 4)];
        }

        _families.Form(rates, key, entryYear, applicants, view, _lists);
        _acceptance.Run(_lists, view.Places);
        _allocation.Reset(view, _acceptance);
        for (int n = 0; n < applicants.Length; n++)
        {
            _outcomes[n] = Accepted(n, applicants[n]);
        }

        _allocation.Serve(rates, entryYear, applicants, _outcomes);
        return _outcomes.AsSpan(0, applicants.Length);
    }

    private AdmissionOutcome Accepted(int applicant, in Applicant child)
    {
        Application application = _families.Applications[applicant];
        int rank = _acceptance.Rank(applicant);
        if (rank >= 0)
        {
            ushort school = _lists.Schools(applicant)[rank];
            return new(child.Slot, school, application.First, application.FirstOpen, (byte)(rank + 1), AdmissionRoute.Preference);
        }

        if (!application.Refuses)
        {
            _allocation.Add(applicant, child, application.Lot);
        }

        return new(child.Slot, ResidentState.NoSchool, application.First, application.FirstOpen, 0, AdmissionRoute.Refused);
    }
}
