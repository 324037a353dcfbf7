using System.Text.Json.Nodes;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Cli.Orleans;

/// <summary>
/// What is told of a county and of those in it. Nothing is told that nobody in the county could know: the state of a child also holds what is
/// drawn for the days to come.
/// </summary>
internal sealed partial class TwinSheets(CountyModel model)
{
    private readonly string[] _districts = model.Parameters.Districts;

    /// <summary>The districts as they are typed.</summary>
    public IEnumerable<string> Slugs => _districts.Select(FieldWords.Slug);

    /// <summary>A district by its name, typed one way or the other; null where there is none.</summary>
    public int? Find(string name)
    {
        int found = Array.FindIndex(_districts, district => FieldWords.Slug(district) == FieldWords.Slug(name));
        return found < 0 ? null : found;
    }

    /// <summary>A child.</summary>
    public TwinSheet Child(CountyView view, ChildState child)
    {
        int today = view.Status.Marker;
        string who = child.Is(ChildFacts.Female) ? "female" : "male";
        string kind = child.Is(ChildFacts.Unaccompanied) ? ", unaccompanied asylum-seeking child" : "";
        var sheet = new TwinSheet(FieldWords.Address(child.Id), FieldWords.Of(child.Phase));
        sheet.Add("on", view.Status.Date);
        if (child.Phase == Phase.Gone)
        {
            return sheet.Note("Services have no more to do with this child.");
        }

        sheet.Add("age", Age.Years(child.AgeOn(today))).Add("child", $"{who}{kind}{(child.Is(ChildFacts.Disabled) ? ", disabled" : "")}");
        sheet.Add(child.Is(ChildFacts.Unaccompanied) ? "allocated to" : "home district", _districts[child.District]).Add("since", model.Date(child.PhaseDay));
        if (child.Phase == Phase.LookedAfter)
        {
            AddCare(sheet, child);
        }

        if (child.Home != ChildState.NoHome || child.Place != HomeKind.None)
        {
            AddPlacement(sheet, view, child);
        }

        if (child.RequestDay != ChildState.Never)
        {
            AddWaiting(sheet, view, child);
        }

        return sheet;
    }

    /// <summary>A household, and who lives there.</summary>
    public TwinSheet Household(CountyView view, HouseholdFile file)
    {
        HouseholdState household = file.State;
        var sheet = new TwinSheet(FieldWords.Address(household.Id), FieldWords.Of(household.Phase));
        sheet.Add("on", view.Status.Date).Add("district", _districts[household.District]).Add("since", model.Date(household.PhaseDay));
        if (file.Home is not HomeRecord home)
        {
            return sheet;
        }

        sheet.AddIf(household.IsApproved, "approved on", () => $"{model.Date(household.ApprovedDay):d MMMM yyyy}");
        sheet.Add("approved for", FieldWords.Of(household.Type));
        sheet.Add("ages taken", $"{home.AgeLow} to {home.AgeHigh}");
        sheet.Add("places", home.Approved).Add("filled", home.Filled).Add("vacant", home.Free);
        sheet.AddIf(home.Withheld > 0, "kept free", () => $"{home.Withheld} by the carers' choice");
        sheet.AddIf(home.StayingPut > 0, "staying put", () => $"{home.StayingPut} kept by a young person who stays");
        sheet.AddIf(home.Respite > 0, "lent", () => $"{home.Respite} to children whose own carers are on leave");
        sheet.AddIf(home.Status == HomeStatus.OnLeave, "today", () => "the carers are on leave");
        sheet.AddIf(home.OtherLanguage, "language", () => "the carers speak another language too");
        return sheet.Add(Living(view, home.Index));
    }

    /// <summary>Who waits for a home.</summary>
    public TwinSheet Queue(CountyView view)
    {
        CountySummary counts = CountySummary.Of(view);
        var children = view.Children.ToDictionary(child => child.Id);
        var list = new TwinList("Waiting, in the order of the queue", "child", "age", "home district", "since", "days", "wanted", "reason", "offers", "now in");
        foreach (QueuedRequest queued in view.Desk.Queue.Order(Comparer<QueuedRequest>.Create(ByQueue)))
        {
            ChildState child = children[queued.Child];
            list.Add(
                FieldWords.Address(queued.Child),
                Age.Years(child.AgeOn(view.Status.Marker)),
                child.Phase == Phase.OtherAuthority ? "of another authority" : _districts[child.District],
                model.Date(queued.Since),
                view.Status.Marker - queued.Since,
                queued.Priority == 0 ? "tonight" : "planned",
                FieldWords.Of(queued.Reason),
                (int)queued.Offers,
                FieldWords.Placement(child.Place));
        }

        return new TwinSheet("queue", "requests for a home that are not met yet")
            .Add("on", view.Status.Date).Add("tonight", counts.Tonight).Add("planned", counts.Planned).Add(list);
    }

    private static void AddCare(TwinSheet sheet, ChildState child)
    {
        sheet.Add("legal status", Coded(CodeNames.Of(child.Legal), FieldWords.Of(child.Legal)));
        sheet.Add("need", Coded(CodeNames.Of(child.Need), FieldWords.Of(child.Need)));
        sheet.Add("level of need", $"{child.NeedLevel} (0 standard to 3 complex)", JsonValue.Create((int)child.NeedLevel));

        // Who is found to be 18, or is transferred, is drawn at entry and known to nobody before.
        sheet.AddIf(child.Plan is not (CarePlan.FoundAdult or CarePlan.Transfer or CarePlan.Other), "plan", () => FieldWords.Of(child.Plan));
        sheet.AddIf(child.GroupSize > 1, "siblings", () => $"one of {child.GroupSize} who are to stay together");
        sheet.AddIf(child.Is(ChildFacts.SinglePlacement), "placed", () => "needs to be the only child placed");
    }

    private void AddPlacement(TwinSheet sheet, CountyView view, ChildState child)
    {
        bool staying = child.Is(ChildFacts.StayingPut);
        sheet.Add("placement", staying ? "staying put with former foster carers" : FieldWords.Placement(child.Place));
        sheet.AddIf(child.Phase == Phase.LookedAfter, "placed since", () => $"{model.Date(child.PlacementDay):d MMMM yyyy}");
        if (child.Home != ChildState.NoHome && view.Home(child.Home) is HomeRecord home)
        {
            sheet.Add("home", FieldWords.Address(home.Id));
        }

        sheet.AddIf(child.Phase == Phase.LookedAfter, "placements", () => $"{child.PlacementsThisEpisode} in this episode of care");
        sheet.AddIf(child.Is(ChildFacts.DistanceKnown), "distance", () => $"{child.Miles / 100.0:0.0} miles from home{(child.Is(ChildFacts.OutOfCounty) ? ", outside Kent" : "")}");
        sheet.AddIf(!child.Is(ChildFacts.DistanceKnown) && child.Is(ChildFacts.OutOfCounty), "lies", () => "outside Kent");
    }

    private void AddWaiting(TwinSheet sheet, CountyView view, ChildState child)
    {
        sheet.Add("waiting since", model.Date(child.RequestDay));
        foreach (QueuedRequest queued in view.Desk.Queue.Where(queued => queued.Child == child.Id))
        {
            sheet.Add("wanted", queued.Priority == 0 ? "tonight" : "a planned move");
            sheet.Add("reason", FieldWords.Of(queued.Reason));
            sheet.Add("offered to homes", queued.Offers);
        }
    }

    private TwinList Living(CountyView view, int home)
    {
        var list = new TwinList("Children who live there", "child", "age", "home district", "since", "placement");
        foreach (ChildState child in view.Children.Where(child => child.Home == home).OrderBy(child => child.PlacementDay).ThenBy(child => child.Id))
        {
            list.Add(
                FieldWords.Address(child.Id),
                Age.Years(child.AgeOn(view.Status.Marker)),
                child.Phase == Phase.OtherAuthority ? "of another authority" : _districts[child.District],
                model.Date(child.PlacementDay),
                child.Is(ChildFacts.StayingPut) ? "staying put" : FieldWords.Placement(child.Place));
        }

        return list;
    }

    private static string Coded(string code, string words) => $"{code} {words}";

    private static int ByQueue(QueuedRequest one, QueuedRequest other) =>
        new WaitingRequest(one.Priority, one.Since, one.Lot, one.Child, 0, one.Reason).CompareTo(
            new WaitingRequest(other.Priority, other.Since, other.Lot, other.Child, 0, other.Reason));
}
