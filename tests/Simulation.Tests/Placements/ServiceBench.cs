using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Placements;

/// <summary>A placement service over homes and children put there by hand; everybody stands at the origin unless told otherwise.</summary>
internal sealed class ServiceBench
{
    private static readonly DrawKey _key = new(5, 0);

    public ServiceBench(TestRates rates, params PoolSize[] pools)
    {
        Service = new PlacementService(new HomeRegister(), Index);
        Index.Build(Register, [.. pools, new PoolSize(HomeKind.SpotPurchase, KentMap.Outside, TestCounty.Plenty)], rates.Map);
        Rates = rates.Build();
    }

    public PoolIndex Index { get; } = new();

    public PlacementService Service { get; }

    public HomeRegister Register => Service.Register;

    public ChildTable Children { get; } = new();

    public Effects Effects { get; } = new() { Telling = true };

    public CountyRates Rates { get; }

    public long this[Flow flow] => Effects.Flows[(int)flow];

    /// <summary>Carers who always accept, no connected persons, agencies that always answer: the search alone decides.</summary>
    public static TestRates Certain() => new()
    {
        CarersAccept = 1,
        PoolAccepts = 1,
        ConnectedShare = 0,
        SoughtOutside = 0,
        Sought = Laws.EveryoneSeeks(HomeKind.InHouseFoster),
    };

    public Today On(int day) => new(day, 1, 0, Rates);

    /// <summary>Registers an in-house home of an address.</summary>
    public int AddHome(int n, int beds = 1, double miles = 0, int skill = 3, bool exemption = false, byte ageLow = 0, byte ageHigh = 17) => Register.Add(new Home
    {
        Id = EntityId.Of(EntityKind.StockHousehold, 2, 0, n),
        Kind = HomeKind.InHouseFoster,
        Approved = beds,
        AgeLow = ageLow,
        AgeHigh = ageHigh,
        Skill = (byte)skill,
        SiblingExemption = exemption,
        East = (short)(100 * miles),
        OpenedDay = -1000,
        Household = 0,
    });

    /// <summary>Puts a looked-after child with no home into the model.</summary>
    public int AddChild(int n, double years = 8, int needLevel = 0, ChildFacts facts = ChildFacts.None) =>
        AddChild(EntityId.Of(EntityKind.ReferredChild, 2, 0, n), 1, years, needLevel, facts);

    /// <summary>Puts a sibling group into the model, lead first.</summary>
    public int[] AddSiblings(int n, int size) =>
        [.. Enumerable.Range(0, size).Select(member => AddChild(EntityId.Sibling(EntityId.Of(EntityKind.ReferredChild, 2, 0, n), member), size, 8.1 + member))];

    /// <summary>The child asks for a home today.</summary>
    public void Ask(int slot, int day, MoveReason reason = MoveReason.Entry)
    {
        ref ChildState child = ref Children[slot];
        Effects.ClearDay();
        Effects.Slot = slot;
        PlacementRules.Want(ref child, new Draws(_key, child.Id), reason, On(day), Effects);
        Service.Add(Effects.Wanted[0]);
    }

    public void Resolve(int day) => Service.Resolve(Children, _key, On(day), Effects);

    public Draws DrawsOf(int slot) => new(_key, Children[slot].Id);

    /// <summary>Every home of the register uses no more than it has, and counts those who live there.</summary>
    public void AssertConserved()
    {
        for (int home = 0; home < Register.Count; home++)
        {
            ref Home at = ref Register[home];
            int living = Enumerable.Range(0, Children.Top).Count(slot => Children[slot].Id != 0 && Children[slot].Home == home);
            Assert.Equal(living, at.Filled);
            Assert.InRange(at.Filled, 0, at.Approved + (at.SiblingExemption ? 1 : 0));
            if (at.IsHousehold)
            {
                Assert.All(Register.Occupants(home).ToArray(), slot => Assert.Contains(home, new[] { Children[slot].Home }));
            }
        }
    }

    private int AddChild(ulong id, int groupSize, double years, int needLevel = 0, ChildFacts facts = ChildFacts.None)
    {
        int slot = Children.Add(id, 2);
        ref ChildState child = ref Children[slot];
        Effects.Enter(ref child, Phase.LookedAfter);
        child.BirthDay = -(int)(years * Age.Year);
        child.PhaseEndDay = child.BirthDay + Age.Days18;
        child.Plan = CarePlan.LongTerm;
        child.NeedLevel = (byte)needLevel;
        child.GroupSize = (byte)groupSize;
        child.Facts = facts;
        child.PreviousPlacementDay = -ChildState.Never;
        return slot;
    }
}
