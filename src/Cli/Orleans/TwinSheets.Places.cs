using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Cli.Orleans;

/// <summary>The county, its districts, its schools and its pools of homes.</summary>
internal sealed partial class TwinSheets
{
    private const int YoungestPupil = 5;
    private const int OldestPupil = 15;
    private const int LongestList = 40;

    /// <summary>The county as a whole.</summary>
    /// <param name="view">Everybody whom the placement service has to do with.</param>
    /// <param name="commands">The log of commands.</param>
    /// <param name="dashboard">Where the actors can be seen at work, if anywhere.</param>
    public TwinSheet County(CountyView view, IReadOnlyList<LoggedCommand> commands, string? dashboard)
    {
        CountySummary counts = CountySummary.Of(view);
        TwinSheet sheet = new TwinSheet("", $"The county of {view.Status.Scenario} (seed {model.Definition.Seed})")
            .Add("stands at the end of", view.Status.Date)
            .Add("can go on to", view.Status.Horizon)
            .Add("children looked after", counts.LookedAfter)
            .Add("of them unaccompanied", counts.Unaccompanied)
            .Add("waiting for tonight", counts.Tonight)
            .Add("planned moves waiting", counts.Planned)
            .Add("in-house households", counts.Homes.Households)
            .Add("in-house places", counts.Homes.Places)
            .Add("of them vacant", counts.Homes.Vacant)
            .Add("commands so far", commands.Count);
        if (commands.FirstOrDefault(command => command.Outcome is null) is LoggedCommand next)
        {
            sheet.Add("next command", $"{CommandWords.Of(next.Command, _districts)} ({next.Date:d MMMM yyyy})");
        }

        sheet.AddIf(dashboard is not null, "dashboard", () => dashboard!).Add("digest", view.Status.Digest);
        return sheet.Add(ByPhase(view.Desk.Stocks));
    }

    /// <summary>The county while it advances.</summary>
    public TwinSheet Advancing(CountyStatus status) => new TwinSheet("", $"The county of {status.Scenario} (seed {model.Definition.Seed}) is advancing")
        .Add("stands at the end of", status.Date).Add("goes on to", status.Goal).Add("digest", status.Digest);

    /// <summary>A district.</summary>
    /// <param name="all">Everybody of the county: an address tells where somebody came from first, not where they belong.</param>
    /// <param name="district">The district.</param>
    public TwinSheet District(CountyView all, int district)
    {
        HouseholdFile[] households = [.. all.Households.Where(file => file.State.District == district)];
        HomeCount homes = HomeCount.Of(households.Where(file => file.Home is not null).Select(file => file.Home!.Value));
        int[] stocks = new int[Enum.GetValues<Phase>().Length];
        foreach (ChildState child in all.Children.Where(child => child.District == district))
        {
            stocks[(int)child.Phase]++;
        }

        return new TwinSheet($"district/{FieldWords.Slug(_districts[district])}", _districts[district])
            .Add("on", all.Status.Date)
            .Add("in-house households", homes.Households)
            .Add("in-house places", homes.Places)
            .Add("filled", homes.Filled)
            .Add("vacant", homes.Vacant)
            .Add("unavailable", homes.Unavailable)
            .Add("connected persons", households.Count(file => file.State.IsConnected && file.Home is { Status: not HomeStatus.Closed }))
            .Add(ByPhase(stocks))
            .Add(Pipeline(households))
            .Add(Rates(all.Status.Marker, district))
            .Add(Vacant(households))
            .Note($"Children by home district, wherever they live now; unaccompanied children by the district they are allocated to. At most {LongestList} homes are listed.");
    }

    /// <summary>The schools of a district as a whole.</summary>
    public TwinSheet SchoolsOf(CountyView view, int district)
    {
        int PupilsOf(Func<ChildState, bool> where) => view.Children.Count(child => child.Phase == Phase.LookedAfter && child.District == district
            && Age.Years(child.AgeOn(view.Status.Marker)) is >= YoungestPupil and <= OldestPupil && where(child));
        return new TwinSheet($"school/{FieldWords.Slug(_districts[district])}", $"the schools of {_districts[district]}")
            .Add("on", view.Status.Date)
            .Add("children in care", PupilsOf(_ => true))
            .Add("of them far from home", PupilsOf(child => child.Is(ChildFacts.Over20Miles)))
            .Add("of them unaccompanied", PupilsOf(child => child.Is(ChildFacts.Unaccompanied)))
            .Note($"Children looked after aged {YoungestPupil} to {OldestPupil} whose home district this is; far is more than 20 miles.");
    }

    /// <summary>A school that was opened.</summary>
    public TwinSheet School(SchoolState school) => new TwinSheet($"school/{school.Name}", $"a school in {_districts[school.District]}")
        .Add("places", school.Places).Add("opened on", model.Date(school.OpenedDay))
        .Note("This county does not live its school years: nobody goes there.");

    /// <summary>A pool of homes; null where there is none of this address.</summary>
    public TwinSheet? Pool(CountyView view, ulong id)
    {
        HomeRecord home = view.Desk.Pools.FirstOrDefault(pool => pool.Id == id);
        return home.Id == 0 ? null : new TwinSheet(FieldWords.Address(id), $"{FieldWords.Placement(home.Kind)}: homes counted together")
            .Add("on", view.Status.Date).Add("area", FieldWords.Area(home.Area)).Add("places", home.Approved).Add("filled", home.Filled).Add("vacant", home.Free)
            .Add(Living(view, home.Index));
    }

    private static TwinList ByPhase(int[] stocks)
    {
        var list = new TwinList("Children and young people", "who are", "number");
        foreach (Phase phase in Enum.GetValues<Phase>().Where(phase => phase != Phase.Gone))
        {
            list.Add(FieldWords.Of(phase), stocks[(int)phase]);
        }

        return list;
    }

    private static TwinList Pipeline(HouseholdFile[] households)
    {
        var list = new TwinList("Households", "who", "number");
        foreach (IGrouping<HouseholdPhase, HouseholdFile> phase in households.Where(file => !file.State.IsConnected)
            .Where(file => file.State.Phase is >= HouseholdPhase.Enquiry and <= HouseholdPhase.Leaving).GroupBy(file => file.State.Phase).OrderBy(group => group.Key))
        {
            list.Add(FieldWords.Of(phase.Key), phase.Count());
        }

        return list;
    }

    private TwinList Vacant(HouseholdFile[] households)
    {
        var list = new TwinList("In-house homes with a vacant place", "household", "vacant", "places", "ages", "approved for", "approved");
        foreach (HouseholdFile file in households
            .Where(file => file.Home is { Kind: HomeKind.InHouseFoster, Free: > 0 }).OrderByDescending(file => file.Home!.Value.Free).ThenBy(file => file.State.Id).Take(LongestList))
        {
            HomeRecord home = file.Home!.Value;
            list.Add(FieldWords.Address(home.Id), home.Free, home.Approved, $"{home.AgeLow} to {home.AgeHigh}", FieldWords.Of(home.Type), model.Date(home.OpenedDay));
        }

        return list;
    }

    private TwinList Rates(int day, int district)
    {
        CountyRates rates = model.Parameters.RatesOn(day);
        return new TwinList("Rates in force", "of", "a year")
            .Add("new children referred", Year(rates.FrontDoor.ReferralsPerDay[district]))
            .Add("new children notified to early help", Year(rates.FrontDoor.EarlyHelpPerDay[district]))
            .Add("enquiries about fostering", Year(rates.Fostering.EnquiriesPerDay[district]))
            .Add("unaccompanied children who arrive, whole county", Year(rates.Unaccompanied.ArrivalsPerDay));
    }

    private static int Year(double aDay) => (int)Math.Round(aDay * Age.Year);
}
