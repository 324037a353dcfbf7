using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts.Building;

/// <summary>Puts what was said of a child into episodes of care. Whoever comes of age in care leaves it as a care leaver.</summary>
internal sealed class CareCourseMaker(CareHistory child, NeedCode need, int began, int last)
{
    private LegalStatus _legal;
    private HomeKind _home;
    private int _placementFrom;
    private int _placement = 1;

    public void Live(LegalStatus legal, HomeKind home, IEnumerable<CareStep> steps)
    {
        (_legal, _home, _placementFrom) = (legal, home, began);
        child.Episodes.Add(Episode(began));
        int majority = child.BirthDay + Age.Days18;
        foreach (CareStep step in steps.OrderBy(step => step.After).TakeWhile(step => began + step.After < majority && began + step.After <= last))
        {
            Take(step, began + step.After);
            if (step.Leaves is not null)
            {
                return;
            }
        }

        if (majority <= last)
        {
            End(majority, EndReason.E5);
            child.LeaverFrom = majority;
        }
    }

    private void Take(CareStep step, int day)
    {
        if (step.Leaves is EndReason reason)
        {
            End(day, reason);
            return;
        }

        if (child.Episodes[^1].From == day)
        {
            child.Episodes.RemoveAt(child.Episodes.Count - 1); // The end of a day counts.
        }

        CareEpisode open = child.Episodes[^1];
        (open.Until, open.End) = (day, CareEpisode.ContinuesCode);
        if (step.Moves is { } why)
        {
            open.MoveReason = CodeNames.Of(why);
            (_placementFrom, _placement) = (day, _placement + 1);
        }

        (_legal, _home) = (step.Legal ?? _legal, step.Home ?? _home);
        child.Episodes.Add(Episode(day));
    }

    private void End(int day, EndReason reason) => (child.Episodes[^1].Until, child.Episodes[^1].End) = (day, CodeNames.Of(reason));

    private CareEpisode Episode(int day) => new()
    {
        CareBegan = began,
        From = day,
        Legal = _legal,
        Need = need,
        Kind = _home,
        Home = IsHousehold(_home) ? EntityId.Of(EntityKind.EnquiringHousehold, child.District, 0, (child.Number * ChildGroup.MostSiblings) + _placement) : 0,
        Place = child.District,
        PlacementFrom = _placementFrom,
        Placement = _placement,
    };

    private static bool IsHousehold(HomeKind home) => home is HomeKind.InHouseFoster or HomeKind.InHouseLongTerm or HomeKind.ConnectedPerson;
}
