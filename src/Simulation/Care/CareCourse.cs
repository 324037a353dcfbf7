using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Care;

/// <summary>
/// The course of an episode as planned at entry: where it leads and when. Exits are a mixture of plans, so they are
/// bimodal (home soon, or looked after until 18) and remember how long the child has been looked after.
/// Brothers and sisters who entered together share the luck of the lead child.
/// </summary>
/// <param name="Plan">The permanence plan.</param>
/// <param name="Length">Days from entry to the end, before the 18th birthday cuts it.</param>
/// <param name="Milestone">Days from entry to the care order, or of an adoption plan to moving in with adopters; or Never.</param>
/// <param name="Legal">Legal status at entry.</param>
public readonly record struct CareCourse(CarePlan Plan, int Length, int Milestone, LegalStatus Legal)
{
    /// <summary>Draws the course of an episode.</summary>
    /// <param name="draws">The child's draws; those of the lead sibling are used.</param>
    /// <param name="episode">Number of the episode, from 1.</param>
    /// <param name="ageDays">Age at entry.</param>
    /// <param name="rates">Laws in force.</param>
    public static CareCourse Draw(in Draws draws, int episode, int ageDays, CareRates rates)
    {
        var shared = new Draws(draws.Key, EntityId.Lead(draws.Entity));
        return Of(shared.For(Process.CareCourse, 2 * episode), shared.For(Process.CareCourse, (2 * episode) + 1), ageDays, rates);
    }

    /// <summary>The course from luck that was drawn already.</summary>
    internal static CareCourse Of(in RandomBlock course, in RandomBlock order, int ageDays, CareRates rates)
    {
        int band = (int)Age.Band(ageDays);
        var plan = (CarePlan)rates.Plans[band].Sample(course.A);
        var legal = (LegalStatus)rates.Legal[band].Sample(order.A);
        int toEnd = rates.Length[(int)plan].Days(course.UniformB, course.D);
        switch (plan)
        {
            case CarePlan.Adoption:
                return new CareCourse(plan, toEnd + rates.AdoptersToOrder.Days(order.UniformB, order.D), toEnd, legal);
            case CarePlan.LongTerm:
                int length = course.UniformC < rates.LongTermRevised
                    ? rates.LongTermRevisedLength.Days(course.UniformB, course.D)
                    : ChildState.Never;
                bool noOrder = legal is LegalStatus.C2 or LegalStatus.E1 || (legal == LegalStatus.V2 && order.UniformC >= rates.AccommodatedToOrder);
                int milestone = noOrder ? ChildState.Never : rates.ToCareOrder.Days(order.UniformB, order.D);
                return new CareCourse(plan, length, milestone, legal);
            default:
                return new CareCourse(plan, toEnd, ChildState.Never, legal);
        }
    }
}
