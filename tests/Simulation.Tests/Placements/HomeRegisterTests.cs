using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.Randomness;

namespace KentSufficiency.SimulationTests.Placements;

public class HomeRegisterTests
{
    private const int Homes = 6;

    /// <summary>Any sequence of moves in, moves out and pauses, against the plainest bookkeeping there is.</summary>
    [Fact]
    public void Vacancies_and_occupants_are_those_of_a_plain_list()
    {
        var step = Gen.Choose(0, Homes - 1).Zip(Gen.Choose(0, 3), (home, action) => (home, action));

        Prop.ForAll(step.ListOf().ToArbitrary(), plan => Agrees([.. plan])).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_child_cannot_leave_where_it_does_not_live()
    {
        var register = new HomeRegister();
        int home = register.Add(InHouse(1, 2));
        register.Fill(home, 7, single: false);

        Assert.Throws<InvalidOperationException>(() => register.Release(home, 8, single: false));
    }

    [Fact]
    public void A_household_has_a_limit_of_memory()
    {
        var register = new HomeRegister();
        int home = register.Add(InHouse(1, 20));
        for (int child = 0; child < HomeRegister.MostInHousehold; child++)
        {
            register.Fill(home, child, single: false);
        }

        Assert.Throws<InvalidOperationException>(() => register.Fill(home, 99, single: false));
    }

    [Fact]
    public void Open_homes_are_those_that_have_not_closed()
    {
        var dice = new Dice(3);
        var register = new HomeRegister();
        for (int n = 0; n < 500; n++)
        {
            int home = register.Count == 0 || dice.Next(3) == 0
                ? register.Add(InHouse(n, 2) with { Kind = dice.Next(3) == 0 ? HomeKind.ConnectedPerson : HomeKind.InHouseFoster })
                : dice.Next(register.Count);
            register.SetStatus(home, (HomeStatus)dice.Next((int)HomeStatus.Closed + 1));
        }

        var copy = new HomeRegister();
        copy.CopyFrom(register);
        int[] open = [.. Enumerable.Range(0, register.Count).Where(home => register[home].Status != HomeStatus.Closed)];
        foreach (HomeRegister either in new[] { register, copy })
        {
            Assert.Equal(open.Where(home => register[home].Kind == HomeKind.InHouseFoster), either.InHouse.ToArray().Order());
            Assert.Equal(open.Count(home => register[home].Kind == HomeKind.ConnectedPerson), either.ConnectedCount);
        }
    }

    private static bool Agrees((int Home, int Action)[] plan)
    {
        var register = new HomeRegister();
        var living = Enumerable.Range(0, Homes).Select(n => new List<int>()).ToArray();
        for (int n = 0; n < Homes; n++)
        {
            register.Add(InHouse(n, 1 + (n % 3)));
        }

        int child = 0;
        foreach ((int home, int action) in plan)
        {
            ref Home at = ref register[home];
            if (action == 0 && at.Free > 0)
            {
                register.Fill(home, child, single: false);
                living[home].Add(child++);
            }
            else if (action == 1 && living[home].Count > 0)
            {
                register.Release(home, living[home][0], single: false);
                living[home].RemoveAt(0);
            }
            else if (action >= 2)
            {
                at.Status = action == 2 ? HomeStatus.OnHold : HomeStatus.Open;
                register.Update(home);
            }
        }

        var vacant = Enumerable.Range(0, Homes).Where(home => register[home].Status == HomeStatus.Open && living[home].Count < register[home].Approved);
        return register.Vacant.ToArray().Select(vacancy => vacancy.Home).Order().SequenceEqual(vacant)
            && Enumerable.Range(0, Homes).All(home => register.Occupants(home).ToArray().Order().SequenceEqual(living[home]));
    }

    private static Home InHouse(int n, int beds) => new()
    {
        Id = EntityId.Of(EntityKind.StockHousehold, 0, 0, n),
        Kind = HomeKind.InHouseFoster,
        Approved = beds,
        AgeHigh = 17,
    };
}
