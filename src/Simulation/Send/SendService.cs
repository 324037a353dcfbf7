using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Simulation.Send;

/// <summary>
/// Requests and plans of the county, from the request to the end of the plan. A day: <see cref="BeginDay"/>; then, in any order, what happens to
/// children (<see cref="Ask"/>, <see cref="Leave"/>, <see cref="Move"/>, <see cref="ComeOfAge"/>, <see cref="Follow"/>, <see cref="LeaveSchool"/>, <see cref="NameSchools"/>);
/// then <see cref="Work"/>, which places at once and tells its outcomes. The teams work from Monday to Friday, bank holidays included; what falls
/// due on a weekend waits for Monday. Days of the law are calendar days. Allocates nothing once it has grown; not thread-safe.
/// </summary>
public sealed partial class SendService
{
    private const int DaysOfYear = 365;

    // Makes days before day 0 positive, and is as good as nothing to a day of the week.
    private const int SomeWeeks = 7 * 100_000;
    private readonly SchoolCalendar _calendar;
    private readonly int _firstWeekday;
    private readonly DayWheel _wheel = new(1, slotsLog2: 10);
    private readonly SendDesk[] _desks;
    private readonly int[] _bySetting = new int[Enum.GetValues<Setting>().Length];
    private readonly int[] _waiting = new int[((int)PlanStage.Issued + 1) * SendTeams.Count];
    private readonly List<PlacingCase> _toPlace = new(64);
    private readonly DrawList _reviews = new(Process.PlanPlacement);
    private readonly List<PlanOutcome> _outcomes = new(64);
    private int[] _due = new int[256];
    private DrawKey _key;
    private int _day;

    /// <summary>A service without plans.</summary>
    /// <param name="calendar">School years, and the day of the week of day 0.</param>
    public SendService(SchoolCalendar calendar)
    {
        _calendar = calendar;
        _firstWeekday = (int)calendar.Start.DayOfWeek;
        _desks = new SendDesk[SendTeams.Count];
        for (int team = 0; team < _desks.Length; team++)
        {
            _desks[team] = new SendDesk();
        }
    }

    /// <summary>Requests and plans.</summary>
    public PlanTable Plans { get; } = new();

    /// <summary>What has happened.</summary>
    public SendCounts Counts { get; } = new();

    /// <summary>What it has cost.</summary>
    public SendCosts Costs { get; } = new();

    /// <summary>Outcomes since the morning, by kind and address once the day's work is done.</summary>
    public ReadOnlySpan<PlanOutcome> Outcomes => CollectionsMarshal.AsSpan(_outcomes);

    /// <summary>Plans issued and not ceased, by setting.</summary>
    public ReadOnlySpan<int> BySetting => _bySetting;

    /// <summary>A team's desk.</summary>
    public SendDesk Desk(int team) => _desks[team];

    /// <summary>Requests or plans of a team at a stage.</summary>
    public int At(PlanStage stage, int team) => _waiting[((int)stage * SendTeams.Count) + team];

    /// <summary>Whether the teams work on a day: Monday to Friday.</summary>
    public bool IsWorkingDay(int day) => (uint)(_firstWeekday + day + SomeWeeks) % 7 is not (0 or 6);

    /// <summary>Begins a day: forgets yesterday's outcomes, and pays for today.</summary>
    public void BeginDay(int day, SendRates rates)
    {
        _day = day;
        _outcomes.Clear();
        Counts.BeginDay(day);
        Costs.AddDay(_bySetting, rates.Prices);
    }

    /// <summary>A plan is asked for. A child that has one already, or whose request is open, changes nothing.</summary>
    /// <param name="child">Slot of the child.</param>
    /// <param name="id">The child's address.</param>
    /// <param name="birthDay">Date of birth.</param>
    /// <param name="district">District of the home.</param>
    /// <param name="setting">Where the child is educated.</param>
    /// <param name="request">A number that the child has not used for a request before, 1 to 255; it addresses the luck.</param>
    /// <param name="rates">Rates of the day.</param>
    /// <returns>Whether there is a new request.</returns>
    public bool Ask(int child, ulong id, int birthDay, int district, Setting setting, int request, SendRates rates)
    {
        if (Plans.Of(child) >= 0)
        {
            return false;
        }

        var draws = new Draws(_key, id);
        PlanState plan = PlanRules.Asked(draws, child, birthDay, district, setting, request, _day, rates);
        Counts.Add(SendCount.Asked, plan.Team);
        int slot = Enter(plan);
        WakeOn(slot, _day + PlanRules.DecisionDays(draws, request, rates));
        return true;
    }

    /// <summary>A child has moved out of Kent, or died: the request is withdrawn, or the plan ceases.</summary>
    public void Leave(int child)
    {
        if (Plans.Of(child) is >= 0 and int slot)
        {
            bool open = Plans[slot].IsOpen;
            End(slot, open ? SendCount.Withdrawn : SendCount.Ceased);
        }
    }

    /// <summary>A child has moved within Kent. The team keeps a request; a plan goes to the team of the new home.</summary>
    public void Move(int child, int district, SendRates rates)
    {
        if (Plans.Of(child) is >= 0 and int slot)
        {
            ref PlanState plan = ref Plans[slot];
            plan.District = (byte)district;
            if (plan.Stage == PlanStage.Issued)
            {
                Count(plan, -1);
                plan.Team = rates.TeamOf[district];
                Count(plan, 1);
            }
        }
    }

    /// <summary>A child turns 18: the plan goes on without it, in further education.</summary>
    public void ComeOfAge(int child)
    {
        if (Plans.Of(child) is >= 0 and int slot)
        {
            SetSetting(ref Plans[slot], Setting.Further);
            Plans.Release(slot);
        }
    }

    /// <summary>A child's setting has changed for a reason of its own: an admission, a move, the start of school.</summary>
    public void Follow(int child, Setting setting)
    {
        if (Plans.Of(child) is >= 0 and int slot)
        {
            SetSetting(ref Plans[slot], setting);
        }
    }

    /// <summary>A child with a plan leaves school for good after Year 11, 12 or 13. True where the plan goes on, in further education.</summary>
    public bool LeaveSchool(int child, SendRates rates)
    {
        int slot = Plans.Of(child);
        if (slot < 0)
        {
            return false;
        }

        ref PlanState plan = ref Plans[slot];
        if (plan.Stage == PlanStage.Issued && NextPlacement(ref plan).UniformA < rates.CeaseAtSchoolEnd)
        {
            End(slot, SendCount.Ceased);
            return false;
        }

        SetSetting(ref plan, Setting.Further);
        return plan.Stage == PlanStage.Issued;
    }

    /// <summary>
    /// The day's work: what is due, then on a working day each team's psychologists, reviews and drafts, then the placing of those whose plan is
    /// issued and of those who may come back to Kent's schools.
    /// </summary>
    /// <param name="rates">Rates of the day.</param>
    /// <param name="places">Keeps schools and rolls.</param>
    public void Work(SendRates rates, IPlanPlaces places)
    {
        _toPlace.Clear();
        int count = KeepDue(_wheel.Drain(_day, ref _due));
        ReadOnlySpan<RandomBlock> reviews = _reviews.Draw(_key);
        int review = 0;
        for (int i = 0; i < count; i++)
        {
            if (Plans[_due[i]].Stage == PlanStage.Issued)
            {
                ReviewOf(_due[i], reviews[review++], rates);
            }
            else
            {
                Due(_due[i], rates);
            }
        }

        if (IsWorkingDay(_day))
        {
            for (int team = 0; team < SendTeams.Count; team++)
            {
                WorkAt(_desks[team], team, rates);
            }
        }

        // Plans first, then returns; within them the lot decides who has the last place.
        _toPlace.Sort();
        foreach (PlacingCase next in _toPlace)
        {
            PlaceOne(next, rates, places);
        }

        _outcomes.Sort();
    }

    /// <summary>
    /// Keeps those entries of the calendar that hold still, and notes the addresses of what reviews will draw. A pass of its own, so that many
    /// plans are on their way from memory at once.
    /// </summary>
    private int KeepDue(int count)
    {
        _reviews.Clear();
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int slot = _due[i];
            ref PlanState plan = ref Plans[slot];
            if (plan.Stage == PlanStage.None || plan.NextDay != _day)
            {
                continue;
            }

            plan.NextDay = PlanState.Never;
            _due[kept++] = slot;
            if (plan.Stage == PlanStage.Issued)
            {
                _reviews.Add(plan.Id, NextPlacementOrdinal(ref plan));
            }
        }

        return kept;
    }

    private void WorkAt(SendDesk desk, int team, SendRates rates)
    {
        desk.BeginDay(rates.Teams[team], rates);
        while (desk.TryAssess(out QueuedPlan next))
        {
            if (IsThere(next, PlanStage.Queued))
            {
                SetStage(ref Plans[next.Slot], PlanStage.Advised);
                WakeOn(next.Slot, _day + PlanRules.AdviceDays(new Draws(_key, next.Id), Plans[next.Slot].Request, rates));
            }
            else
            {
                desk.ReturnAssessment();
            }
        }

        Counts.Add(SendCount.ReviewsDone, team, desk.Review(rates.ReviewHours));
        while (desk.TryDraft(rates.PlanHours, out QueuedPlan next))
        {
            if (IsThere(next, PlanStage.Ready))
            {
                SetStage(ref Plans[next.Slot], PlanStage.Drafted);
                WakeOn(next.Slot, _day + PlanRules.ConsultationDays(new Draws(_key, next.Id), Plans[next.Slot].Request, rates));
            }
            else
            {
                desk.ReturnDraft(rates.PlanHours);
            }
        }

        desk.EndDay(rates);
    }

    private bool IsThere(in QueuedPlan entry, PlanStage stage) => Plans[entry.Slot].Serial == entry.Serial && Plans[entry.Slot].Stage == stage;
}
