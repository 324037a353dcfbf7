namespace KentSufficiency.Simulation.Send;

/// <summary>
/// An area team: educational psychologists with a queue of children to assess, caseworkers with annual reviews, which come first, and a queue of
/// plans to draft. Work of a day that is not there to be done is lost; a case begun is carried into the next day.
/// </summary>
public sealed class SendDesk
{
    private double _assessments;
    private double _hours;

    /// <summary>Those who wait for a psychologist.</summary>
    public WaitingPlans ToAssess { get; } = new();

    /// <summary>Those whose plan waits for a caseworker.</summary>
    public WaitingPlans ToDraft { get; } = new();

    /// <summary>Annual reviews that are due and not done.</summary>
    public int ReviewsWaiting { get; private set; }

    /// <summary>Issued plans of the team on the start of the run.</summary>
    public int PlansAtStart { get; set; }

    /// <summary>Issued plans of the team.</summary>
    public int Plans { get; set; }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        ToAssess.Clear();
        ToDraft.Clear();
        ReviewsWaiting = PlansAtStart = Plans = 0;
        _assessments = _hours = 0;
    }

    /// <summary>An annual review has fallen due.</summary>
    public void AddReview() => ReviewsWaiting++;

    /// <summary>Begins a working day.</summary>
    /// <param name="team">What the team can do.</param>
    /// <param name="rates">Rates of the day.</param>
    public void BeginDay(in TeamRates team, SendRates rates)
    {
        double growth = PlansAtStart > 0 ? (Plans - PlansAtStart) / (double)PlansAtStart : 0;
        _assessments += team.Assessments;
        _hours += team.Hours * Math.Max(0, 1 + (rates.FollowPlans * growth));
    }

    /// <summary>Whether a psychologist can take another child today, and takes it.</summary>
    public bool TryAssess(out QueuedPlan next)
    {
        if (_assessments >= 1 && ToAssess.TryTake(out next))
        {
            _assessments--;
            return true;
        }

        next = default;
        return false;
    }

    /// <summary>Does the reviews for which there are hours, and says how many.</summary>
    public int Review(double hoursEach)
    {
        int done = hoursEach > 0 ? (int)Math.Min(ReviewsWaiting, _hours / hoursEach) : ReviewsWaiting;
        _hours -= done * hoursEach;
        ReviewsWaiting -= done;
        return done;
    }

    /// <summary>Whether the caseworkers finish another draft today, and takes it. Reviews that wait go before.</summary>
    public bool TryDraft(double hoursEach, out QueuedPlan next)
    {
        if (ReviewsWaiting == 0 && _hours >= hoursEach && ToDraft.TryTake(out next))
        {
            _hours -= hoursEach;
            return true;
        }

        next = default;
        return false;
    }

    /// <summary>Gives back what a case took that turned out to be gone.</summary>
    public void ReturnAssessment() => _assessments++;

    /// <summary>Gives back what a case took that turned out to be gone.</summary>
    public void ReturnDraft(double hours) => _hours += hours;

    /// <summary>Ends a working day: where nobody waits, the part of a case is kept and the time for whole ones is lost.</summary>
    public void EndDay(SendRates rates)
    {
        if (ToAssess.Count == 0)
        {
            _assessments = Part(_assessments, 1);
        }

        if (ToDraft.Count == 0 && ReviewsWaiting == 0)
        {
            _hours = Part(_hours, rates.PlanHours);
        }
    }

    /// <summary>Becomes a copy.</summary>
    public void CopyFrom(SendDesk other)
    {
        ToAssess.CopyFrom(other.ToAssess);
        ToDraft.CopyFrom(other.ToDraft);
        ReviewsWaiting = other.ReviewsWaiting;
        PlansAtStart = other.PlansAtStart;
        Plans = other.Plans;
        _assessments = other._assessments;
        _hours = other._hours;
    }

    private static double Part(double of, double whole) => whole > 0 ? of - (whole * (long)(of / whole)) : 0;
}
