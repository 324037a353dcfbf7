using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>Beds lent while carers are on leave are given back, every one.</summary>
public class RespiteTests
{
    [Fact]
    public void The_nearest_household_with_a_bed_lends_it_and_has_it_back()
    {
        (HomeRegister register, Respite respite, Effects effects) = Start();
        int away = Add(register, 1, beds: 3, east: 0);
        int near = Add(register, 2, beds: 1, east: 100);
        int far = Add(register, 3, beds: 2, east: 900);
        register.Fill(away, 1, single: false);
        register.Fill(away, 2, single: false);

        respite.Lend(away, register, effects);
        Assert.Equal((0, 1, 1), (register[away].Respite, register[near].Respite, register[far].Respite));
        Assert.Equal((0, 1), (register[near].Free, register[far].Free));
        Assert.Equal((2, 0), (effects.Flows[(int)Flow.RespiteRequests], effects.Flows[(int)Flow.RespiteUnmet]));

        respite.Return(away, register);
        respite.Return(away, register);
        Assert.All(new[] { away, near, far }, home => Assert.Equal(0, register[home].Respite));
        Assert.Equal((1, 2), (register[near].Free, register[far].Free));
    }

    [Fact]
    public void Who_finds_no_bed_is_counted()
    {
        (HomeRegister register, Respite respite, Effects effects) = Start();
        int away = Add(register, 1, beds: 3, east: 0);
        int only = Add(register, 2, beds: 1, east: 100);
        register.Fill(away, 1, single: false);
        register.Fill(away, 2, single: false);

        respite.Lend(away, register, effects);

        Assert.Equal((2, 1), (effects.Flows[(int)Flow.RespiteRequests], effects.Flows[(int)Flow.RespiteUnmet]));
        Assert.Equal(1, register[only].Respite);
    }

    [Fact]
    public void Ties_go_to_the_lower_address()
    {
        (HomeRegister register, Respite respite, Effects effects) = Start();
        int away = Add(register, 1, beds: 1, east: 0);
        int high = Add(register, 9, beds: 1, east: 100);
        int low = Add(register, 5, beds: 1, east: -100);
        register.Fill(away, 1, single: false);

        respite.Lend(away, register, effects);

        Assert.Equal((1, 0), (register[low].Respite, register[high].Respite));
    }

    /// <summary>Over years of a busy county: the beds lent are those of households on leave, and no household lends for long.</summary>
    [Fact]
    public void Nobody_lends_a_bed_when_nobody_is_on_leave()
    {
        TestCounty county = TestCounty.Busy();
        county.Rates.LeaveWithRespite = 1;
        county.Rates.Tenure = Laws.Exponential(300);
        CountyKernel kernel = county.Kernel();
        int lentDays = 0;
        kernel.Sabotage = _ =>
        {
            int lent = 0;
            int room = 0;
            for (int home = 0; home < kernel.Service.Register.Count; home++)
            {
                ref Home at = ref kernel.Service.Register[home];
                lent += at.Respite;
                room += at.Status == HomeStatus.OnLeave ? HomeRegister.MostInHousehold : 0;
            }

            lentDays += lent > 0 ? 1 : 0;
            Assert.InRange(lent, 0, room);
        };
        RecordedRun.ResultsOf(kernel);

        Assert.True(lentDays > 100);
    }

    private static (HomeRegister Register, Respite Respite, Effects Effects) Start()
    {
        var respite = new Respite();
        respite.Reset();
        return (new HomeRegister(), respite, new Effects());
    }

    private static int Add(HomeRegister register, int n, int beds, short east) => register.Add(new Home
    {
        Id = EntityId.Of(EntityKind.StockHousehold, 0, 0, n),
        Kind = HomeKind.InHouseFoster,
        Approved = beds,
        AgeHigh = 17,
        East = east,
    });
}
