using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.SimulationTests.Measures;

public class HomeMeasuresTests
{
    private static readonly Home _home = new() { Kind = HomeKind.InHouseFoster, Approved = 3, AgeHigh = 17 };

    [Fact]
    public void Places_are_filled_vacant_or_unavailable_for_a_reason()
    {
        Is(_home, filled: 0, vacant: 3);
        Is(_home with { Filled = 1 }, filled: 1, vacant: 2);
        Is(_home with { Filled = 1, Respite = 1 }, filled: 2, vacant: 1);
        Is(_home with { Filled = 1, Withheld = 1 }, filled: 1, vacant: 1, choice: 1);
        Is(_home with { Filled = 1, StayingPut = 1 }, filled: 1, vacant: 1, stayingPut: 1);
        Is(_home with { Filled = 1, SinglePlacements = 1 }, filled: 1, vacant: 0, matching: 2);
        Is(_home with { Filled = 1, Status = HomeStatus.OnHold }, filled: 1, vacant: 0, onHold: 2);
        Is(_home with { Filled = 1, StayingPut = 1, Status = HomeStatus.Leaving }, filled: 1, vacant: 0, onHold: 1, stayingPut: 1);
        Is(_home with { Filled = 4, SiblingExemption = true }, filled: 4, vacant: 0);
    }

    [Fact]
    public void Only_approved_mainstream_households_that_are_open_count()
    {
        Assert.Equal((0, 1), Of(_home with { Status = HomeStatus.Closed })["households"]);
        Assert.Equal((0, 1), Of(_home with { Kind = HomeKind.AgencyFoster })["places"]);
        var connected = Of(_home with { Kind = HomeKind.ConnectedPerson, Approved = 1, Filled = 1 });
        Assert.Equal(((0L, 1L), (1L, 1L), (0L, 1L)), (connected["households"], connected["households-connected"], connected["places"]));
    }

    private static void Is(Home home, long filled, long vacant, long onHold = 0, long matching = 0, long stayingPut = 0, long choice = 0)
    {
        var measured = Of(home);
        Assert.Equal(
            (3, filled, vacant, onHold + matching + stayingPut + choice),
            (measured["places"].Numerator, measured["places-filled"].Numerator, measured["places-vacant"].Numerator, measured["places-unavailable"].Numerator));
        Assert.Equal(
            (onHold, matching, stayingPut, choice),
            (measured["places-unavailable/on-hold"].Numerator, measured["places-unavailable/matching"].Numerator,
                measured["places-unavailable/staying-put"].Numerator, measured["places-unavailable/carers-choice"].Numerator));
    }

    private static Dictionary<string, (long Numerator, long Denominator)> Of(Home home)
    {
        var register = new HomeRegister();
        register.Add(home);
        return Measured.By(sink => new HomeMeasures().Put(sink, register));
    }
}
