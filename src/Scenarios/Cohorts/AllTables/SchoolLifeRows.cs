using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>Life at school, and plans.</summary>
internal sealed class SchoolLifeRows(CountyHistory county)
{
    private static readonly string s_none = FieldNames<Setting>.Of(Setting.None);

    private readonly string[] _schools = SchoolNumbers.All(county.Estate);

    /// <summary>Enrolments so far.</summary>
    public TableRows Enrolments { get; } = new(SchoolTables.Enrolments);

    /// <summary>Plans so far.</summary>
    public TableRows Plans { get; } = new(SchoolTables.Plans);

    /// <summary>Writes a child.</summary>
    public void Write(CohortChild child)
    {
        if (child.Pupil is not PupilHistory pupil)
        {
            return;
        }

        int number = 0;
        foreach (Enrolment at in pupil.Enrolments)
        {
            Enrolments.Text(child.Id).Whole(++number).Text(_schools[at.School]).Date(county.DateOf(at.From));
            Enrolments.Date(DateOf(at.Until)).Text(at.Came).Text(at.Left).EndRow();
        }

        number = 0;
        foreach (PlanSpan plan in pupil.Plans)
        {
            Plans.Text(child.Id).Whole(++number).Date(plan.From <= 0 ? null : county.DateOf(plan.From)).Date(DateOf(plan.Until));
            string setting = FieldNames<Setting>.OfWord(plan.Setting);
            Plans.Text(setting == s_none ? null : setting).Text(NeedOf(pupil.Need)).EndRow();
        }
    }

    private DateOnly? DateOf(int day) => day == ChildState.Never ? null : county.DateOf(day);

    private static string? NeedOf(int need) => need switch
    {
        PlanNeed.Autism => "autism",
        PlanNeed.Behaviour => "behaviour",
        PlanNeed.Speech => "speech",
        PlanNeed.Learning => "learning",
        _ => null,
    };
}
