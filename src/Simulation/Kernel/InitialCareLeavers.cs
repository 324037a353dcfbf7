using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Care leavers of the initial stock; some of them Staying Put in in-house homes.</summary>
internal sealed class InitialCareLeavers(CountyKernel kernel)
{
    private InitialStock Stock => kernel.Parameters.Stock;

    /// <summary>Builds the young people.</summary>
    public void Build(in Today today)
    {
        if (Stock.CareLeavers == 0)
        {
            return;
        }

        CareLeaverRates rates = today.Rates.CareLeavers;
        EquilibriumLaw stayingPut = rates.StayingPutLength.InStock;
        for (int i = 0; i < Stock.CareLeavers; i++)
        {
            ulong id = EntityId.Of(EntityKind.StockChild, 0, 0, StockOrdinals.CareLeavers + i);
            int slot = kernel.AddChild(id, InitialHouseholds.Spread(Stock.ChildShares, i));
            ref ChildState person = ref kernel.Children[slot];
            var draws = new Draws(kernel.Key, id);
            int since18 = SinceEighteen(draws, rates, out int whole);
            person.BirthDay = today.Day - since18 - Age.Days18;
            person.PhaseDay = today.Day - since18;
            person.PhaseEndDay = Math.Max(today.Day + 1, person.BirthDay + Age.Days18 + whole);
            kernel.Effects.Enter(ref person, Phase.CareLeaver);
            if (i < Stock.StayingPut)
            {
                StayPut(ref person, draws, stayingPut, today);
            }

            person.NextDay = Math.Min(person.PhaseEndDay, person.PlacementEndDay);
            kernel.ScheduleChild(slot, today.Day);
        }
    }

    /// <summary>Days since the 18th birthday of one met in the service, and the whole time the service will last.</summary>
    private static int SinceEighteen(in Draws draws, CareLeaverRates rates, out int whole)
    {
        const int longest = Age.Days25 - Age.Days18;
        for (int attempt = 0; ; attempt++)
        {
            RandomBlock luck = draws.For(Process.InitialStock, attempt);
            whole = luck.UniformB < rates.To25 ? longest : Math.Min(longest, rates.ServiceLength.Days(luck.UniformC, luck.D));
            int elapsed = (int)(luck.UniformA * longest);
            if (elapsed < whole)
            {
                return elapsed;
            }
        }
    }

    private void StayPut(ref ChildState person, in Draws draws, EquilibriumLaw law, in Today today)
    {
        RandomBlock luck = draws.For(Process.CareLeaver, 0);
        HomeRegister register = kernel.Service.Register;
        int home = (int)(luck.UniformA * Stock.Households);
        for (int tried = 0; tried < Stock.Households; tried++)
        {
            int index = kernel.Households[(home + tried) % Stock.Households].Home;
            if (register[index].Free > 0)
            {
                register[index].StayingPut++;
                register.Update(index);
                kernel.Effects.SetStayingPut(ref person, true);
                person.Home = index;
                person.Place = HomeKind.InHouseLongTerm;
                person.PlacementEndDay = today.Day + 1 + (int)((1 - luck.UniformB) * law.Whole(luck.UniformC));
                return;
            }
        }
    }
}
