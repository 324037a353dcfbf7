using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <summary>Plans and requests as they stand on a day, by district. Filled anew by <see cref="Take"/>; allocates nothing.</summary>
public sealed class PlanCensus
{
    private const int Districts = 12;
    private const int LastCompulsoryYear = 11;
    private static readonly int s_settings = Enum.GetValues<Setting>().Length;
    private readonly int[] _bySetting = new int[s_settings * Districts];

    /// <summary>Plans of all ages to 25, by district: <c>ehcp</c>.</summary>
    public int[] Plans { get; } = new int[Districts];

    /// <summary>Requests without an answer, by district: <c>plans-waiting</c>.</summary>
    public int[] Waiting { get; } = new int[Districts];

    /// <summary>Plans of Reception to Year 11, by district: the denominator of <c>ehcp-mainstream-pct</c>.</summary>
    public int[] OfSchoolAge { get; } = new int[Districts];

    /// <summary>Of those, in mainstream schools or their resource provisions: the numerator.</summary>
    public int[] InMainstream { get; } = new int[Districts];

    /// <summary>Plans of a district by setting.</summary>
    public int At(Setting setting, int district) => _bySetting[((int)setting * Districts) + district];

    /// <summary>Counts what there is, in time proportional to the slots of the table.</summary>
    /// <param name="plans">Requests and plans.</param>
    /// <param name="calendar">School years.</param>
    /// <param name="day">Today.</param>
    public void Take(PlanTable plans, SchoolCalendar calendar, int day)
    {
        Array.Clear(_bySetting);
        Array.Clear(Plans);
        Array.Clear(Waiting);
        Array.Clear(OfSchoolAge);
        Array.Clear(InMainstream);
        int academicYear = calendar.YearOf(day);
        for (int slot = 0; slot < plans.Slots; slot++)
        {
            ref PlanState plan = ref plans[slot];
            Waiting[plan.District] += plan.IsOpen ? 1 : 0;
            if (plan.Stage == PlanStage.Issued)
            {
                Plans[plan.District]++;
                _bySetting[((int)plan.Setting * Districts) + plan.District]++;
                int year = academicYear - calendar.CohortOf(plan.BirthDay);
                if (year is >= 0 and <= LastCompulsoryYear)
                {
                    OfSchoolAge[plan.District]++;
                    InMainstream[plan.District] += plan.Setting is Setting.Mainstream or Setting.ResourceProvision ? 1 : 0;
                }
            }
        }
    }
}
