using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>What people ask of the twin is logged before it acts, acts once, and is told.</summary>
public sealed class TwinCommandTests : IAsyncLifetime
{
    private const int Before = 30;
    private readonly FaultyStore _store = new();
    private TwinCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TwinCluster.StartAsync(_store);
        await _cluster.County.Begin(SmallCounty.Definition(9));
        await _cluster.AdvanceAsync(Before);
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_child_is_placed_with_a_household_that_has_room()
    {
        (ChildState child, HouseholdFile household) = await Pair();
        CommandReceipt receipt = await _cluster.County.Act(
            new CountyCommand { Id = "one", Request = CountyRequest.Place, Child = child.Id, Household = household.State.Id });
        await _cluster.AdvanceAsync(Before + 1);
        ChildState? after = await _cluster.Grains.GetGrain<IChildGrain>(CountyKeys.Child(TwinCluster.Twin, child.Id)).At(Before + 1);
        HouseholdFile? home = await _cluster.Grains.GetGrain<IFosterHouseholdGrain>(CountyKeys.Household(TwinCluster.Twin, household.State.Id)).At(Before + 1);

        Assert.True(receipt.Accepted, receipt.Words);
        Assert.Equal(household.Home!.Value.Index, after!.Value.Home);
        Assert.Equal(household.Home!.Value.Filled + 1, home!.Home!.Value.Filled);
        LoggedCommand logged = Assert.Single(await _cluster.County.GetCommands());
        Assert.Equal(new CommandOutcome(true, "The child moves in."), logged.Outcome);
        Assert.Contains((await _cluster.County.GetDay(logged.Date))!.Events, e => e.Entity == child.Id && e.Kind == "placement-started" && e.Other == household.State.Id);
    }

    [Fact]
    public async Task When_a_home_closes_all_who_lived_there_need_a_home_that_night()
    {
        WardPeople people = await People();
        HouseholdFile closing = people.Households.Where(file => file.Home is { Filled: > 0, Kind: HomeKind.InHouseFoster, Status: HomeStatus.Open })
            .MaxBy(file => file.Home!.Value.Filled)!;
        ChildState[] living = [.. people.Children.Where(child => child.Home == closing.Home!.Value.Index && child.Phase == Phase.LookedAfter)];
        await _cluster.County.Act(new CountyCommand { Id = "close", Request = CountyRequest.CloseHome, Household = closing.State.Id });
        await _cluster.AdvanceAsync(Before + 1);
        WardPeople after = await People();

        Assert.NotEmpty(living);
        Assert.Equal(HouseholdPhase.Deregistered, after.Households.Single(file => file.State.Id == closing.State.Id).State.Phase);
        Assert.All(living, child => Assert.NotEqual(child.Home, after.Children.Single(c => c.Id == child.Id).Home));
        Assert.True((await _cluster.AdvanceAsync(Before + 60)).Failure is null);
    }

    [Fact]
    public async Task Children_arrive_by_command_and_rename_nobody()
    {
        await _cluster.County.Act(new CountyCommand { Id = "arrive", Request = CountyRequest.Arrive, Kind = ArrivalKind.Unaccompanied, Count = 5 });
        await _cluster.AdvanceAsync(Before + 1);
        DayPage with = (await _cluster.County.GetDay(SmallCounty.Parameters.Start.AddDays(Before + 1)))!;
        await using TwinCluster other = await TwinCluster.StartAsync(new FaultyStore());
        await other.County.Begin(SmallCounty.Definition(9));
        await other.AdvanceAsync(Before + 1);
        DayPage without = (await other.County.GetDay(SmallCounty.Parameters.Start.AddDays(Before + 1)))!;

        var newcomers = with.Events.Select(e => e.Entity).Except(without.Events.Select(e => e.Entity)).ToHashSet();
        Assert.True(newcomers.Count >= 5);
        Assert.Equal(
            without.Events.Where(e => e.Kind != "placement-started").ToList(),
            with.Events.Where(e => !newcomers.Contains(e.Entity) && e.Kind != "placement-started").ToList());
    }

    [Fact]
    public async Task A_command_sent_twice_acts_once_and_its_id_is_taken()
    {
        var command = new CountyCommand { Id = "twice", Request = CountyRequest.Arrive, Kind = ArrivalKind.Referral, District = 3, Count = 2 };
        CommandReceipt first = await _cluster.County.Act(command);
        await _cluster.AdvanceAsync(Before + 1);
        CommandReceipt second = await _cluster.County.Act(command);
        CommandReceipt other = await _cluster.County.Act(command with { Count = 3 });

        Assert.True(first.Accepted);
        Assert.Equal((true, first.Day), (second.Accepted, second.Day));
        Assert.False(other.Accepted);
        Assert.Single(await _cluster.County.GetCommands());
    }

    [Fact]
    public async Task A_command_that_was_logged_acts_although_the_twin_was_killed_before_its_day()
    {
        await _cluster.County.Act(new CountyCommand { Id = "school", Request = CountyRequest.OpenSchool, School = "north-quay", District = 4, Count = 420 });
        await _cluster.DisposeAsync();
        _cluster = await TwinCluster.StartAsync(_store);
        await _cluster.AdvanceAsync(Before + 3);
        SchoolState? school = await _cluster.Grains.GetGrain<ISchoolGrain>(CountyKeys.School(TwinCluster.Twin, "north-quay")).At(Before + 3);

        Assert.Equal(new SchoolState("north-quay", 4, 420, Before + 1), school);
    }

    [Theory]
    [InlineData(CountyRequest.Place, 1, 1, "There is no approved household of that address.")]
    [InlineData(CountyRequest.CloseHome, 0, 1, "There is no approved household of that address.")]
    [InlineData(CountyRequest.Arrive, 0, 0, "From 1 to 1000 children can arrive by one command.")]
    [InlineData(CountyRequest.OpenSchool, 0, 0, "A school needs at least one place.")]
    public async Task What_cannot_be_done_is_refused_and_not_logged(CountyRequest request, ulong child, ulong household, string why)
    {
        CommandReceipt receipt = await _cluster.County.Act(new CountyCommand { Id = "no", Request = request, Child = child, Household = household });

        Assert.Equal((false, why), (receipt.Accepted, receipt.Words));
        Assert.Empty(await _cluster.County.GetCommands());
    }

    [Fact]
    public async Task A_full_household_takes_nobody()
    {
        (ChildState child, _) = await Pair();
        HouseholdFile full = (await People()).Households.First(file => file.Home is { Kind: HomeKind.InHouseFoster, Status: HomeStatus.Open } home && home.Filled >= home.Approved - home.Withheld);
        CommandReceipt receipt = await _cluster.County.Act(new CountyCommand { Id = "full", Request = CountyRequest.Place, Child = child.Id, Household = full.State.Id });

        Assert.Equal((false, "The household has no free place."), (receipt.Accepted, receipt.Words));
    }

    /// <summary>A fostered child, and a household elsewhere with a free place and nobody who must be the only one.</summary>
    private async Task<(ChildState Child, HouseholdFile Household)> Pair()
    {
        WardPeople people = await People();
        HouseholdFile household = people.Households.First(file => file.Home is { Kind: HomeKind.InHouseFoster, Status: HomeStatus.Open, SinglePlacements: 0 } home
            && home.Approved - home.Withheld - home.Filled - home.Respite - home.StayingPut > 0);
        ChildState child = people.Children.First(c => c.Phase == Phase.LookedAfter && c.Place == HomeKind.AgencyFoster && c.RequestDay == ChildState.Never && !c.Is(ChildFacts.SinglePlacement));
        return (child, household);
    }

    private async Task<WardPeople> People()
    {
        int marker = (await _cluster.County.GetStatus()).Marker;
        WardPeople[] wards = await Task.WhenAll(Enumerable.Range(0, Arriving.Wards)
            .Select(ward => _cluster.Grains.GetGrain<IDistrictGrain>(CountyKeys.District(TwinCluster.Twin, ward)).GetPeople(marker, concerned: true)));
        return new WardPeople([.. wards.SelectMany(w => w.Children)], [.. wards.SelectMany(w => w.Households)]);
    }
}
