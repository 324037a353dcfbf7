using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Scenarios.Cohorts.Census;

/// <summary>
/// Special educational needs of pupils. Plans are the simulation's; so is their kind of need, of which learning, physical and sensory needs are drawn apart. SEN support, which
/// the simulation does not have, is given to a share of all others from one of their first years at school on.
/// </summary>
internal sealed class SpecialNeeds(CohortShares shares)
{
    /// <summary>SENprovision: no special educational need.</summary>
    public const string None = "N";

    /// <summary>SENprovision: SEN support.</summary>
    public const string Support = "K";

    /// <summary>SENprovision: education, health and care plan.</summary>
    public const string Plan = "E";

    private const string Autism = "ASD";
    private const string MentalHealth = "SEMH";
    private const string Speech = "SLCN";
    private const string Yes = "1";

    private readonly ShareTable _girls = shares["sen-support/female"];
    private readonly ShareTable _boys = shares["sen-support/male"];
    private readonly ShareTable _firstYear = shares["sen-support-from-year"];
    private readonly ShareTable _ofSupport = shares["sen-type/support"];
    private readonly ShareTable _ofLearning = shares["sen-type/learning"];
    private readonly ShareTable _ofPlans = shares["sen-type/plan"];
    private readonly ShareTable _second = shares["sen-second-type"];

    /// <summary>SENprovision on a day.</summary>
    /// <param name="child">A pupil.</param>
    /// <param name="day">The day.</param>
    /// <param name="year">Its year group on that day; 0 is Reception.</param>
    /// <param name="special">Whether it is in a special school: who stays there when the plan has ended has SEN support.</param>
    public string ProvisionOf(CohortChild child, int day, int year, bool special)
    {
        if (child.Pupil!.HasPlanOn(day))
        {
            return Plan;
        }

        RandomBlock luck = child.Draws.Cohort(CensusBlocks.Support);
        bool supported = (child.Female ? _girls : _boys).Sample(luck.UniformA) == Yes
            && year >= int.Parse(_firstYear.Sample(luck.UniformB), CultureInfo.InvariantCulture);
        return supported || special ? Support : None;
    }

    /// <summary>Types of need, the primary first; none without provision.</summary>
    public IEnumerable<string> TypesOf(CohortChild child, string provision)
    {
        if (provision == None)
        {
            yield break;
        }

        RandomBlock luck = child.Draws.Cohort(CensusBlocks.Needs);
        string first = provision == Support ? _ofSupport.Sample(luck.UniformA) : child.Pupil!.Need switch
        {
            PlanNeed.Autism => Autism,
            PlanNeed.Behaviour => MentalHealth,
            PlanNeed.Speech => Speech,
            PlanNeed.Learning => _ofLearning.Sample(luck.UniformA),
            _ => _ofPlans.Sample(luck.UniformA),
        };
        yield return first;
        string second = _ofPlans.Sample(luck.UniformC);
        if (second != first && _second.Sample(luck.UniformB) == Yes)
        {
            yield return second;
        }
    }
}
