using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// Looks for a home: in-house first, then connected persons, agency, residential, out of county. In-house carers are asked one after the
/// other, best first, and may decline; a pool with a free place supplies it with a chance that stands for its response time.
/// </summary>
public sealed class HomeSearch(HomeRegister register, PoolIndex pools)
{
    private readonly CandidateRanking _ranking = new(register);

    /// <summary>Searches for one child, by the kind of home its needs ask for.</summary>
    public Found For(ref ChildState child, in Seeker seeker, in WaitingRequest request, in Draws draws, in Today today)
    {
        PlacementRates rates = today.Rates.Placements;
        RandomBlock taste = draws.For(Process.Placement, (2 * child.PlacementUses) + 1);
        bool first = request.Reason == MoveReason.Entry;
        if (first && child.Is(ChildFacts.Unaccompanied) && seeker.Oldest >= 16 && taste.UniformB < rates.ReceptionShare)
        {
            return InPools(ref child, HomeKind.Reception, draws, today, inKentOnly: true);
        }

        HomeKind kind = KindSought.Of(child, seeker, taste, draws, today);
        return kind switch
        {
            HomeKind.WithParents when !first => new Found(kind, ChildState.NoHome, 0, false, 2, true),
            HomeKind.InHouseFoster or HomeKind.WithParents => ForFoster(ref child, seeker, first, draws, today),
            HomeKind.FamilyCentre when seeker.Oldest == 0 => WithParent(ref child, seeker, draws, today),
            _ => InPools(ref child, kind, draws, today, inKentOnly: false),
        };
    }

    /// <summary>
    /// The kind of home a child of the initial stock moved to at some time in the past: the kind sought, in-house or agency by the
    /// share of the stock.
    /// </summary>
    public static HomeKind KindInThePast(in ChildState child, in Draws draws, in Today then)
    {
        PlacementRates rates = then.Rates.Placements;
        RandomBlock taste = draws.For(Process.Placement, (2 * child.PlacementUses) + 1);
        bool first = child.PlacementsThisEpisode == 0;
        if (first && child.Is(ChildFacts.Unaccompanied) && child.AgeOn(then.Day) >= Age.Days16 && taste.UniformB < rates.ReceptionShare)
        {
            return HomeKind.Reception;
        }

        if (first && !child.Is(ChildFacts.Unaccompanied) && taste.UniformB < rates.ConnectedInThePast)
        {
            return HomeKind.ConnectedPerson;
        }

        var kind = (HomeKind)rates.Sought[(int)PlacementPolicy.GroupOf(child, then.Day)].Sample(taste.A);
        bool foster = kind == HomeKind.InHouseFoster || (kind == HomeKind.WithParents && first);
        return !foster ? kind
            : draws.For(Process.InitialStock, 5000 + child.PlacementUses).UniformA < rates.InHouseInThePast ? HomeKind.InHouseFoster
            : HomeKind.AgencyFoster;
    }

    /// <summary>A home today for a child whose placement began in the past: best first as carers accept, and in the end any candidate.</summary>
    public Found ToSettle(ref ChildState child, in Seeker seeker, in Draws draws, in Today today)
    {
        PlacementRates rates = today.Rates.Placements;
        switch (child.Place)
        {
            case HomeKind.ConnectedPerson:
                return OpenConnected(child, 1);
            case HomeKind.InHouseFoster or HomeKind.InHouseLongTerm:
                RandomBlock answers = draws.For(Process.InitialStock, 6000);
                double refuse = 1 - rates.CarersAccept[seeker.NeedLevel];
                int rank = answers.UniformA >= refuse ? 0 : answers.UniformB >= refuse ? 1 : 2;
                int candidates = _ranking.Rank(seeker, rates.Weights, ChildState.NoHome, 1 + rank);
                int best = candidates == 0 ? -1 : _ranking[Math.Min(rank, candidates - 1)];
                return best >= 0
                    ? InHouse(best, seeker, rates.Weights.NearMiles)
                    : PoolOrSpotPurchase(ref child, HomeKind.AgencyFoster, draws, today);
            case HomeKind.AgencyLongTerm:
                return PoolOrSpotPurchase(ref child, HomeKind.AgencyFoster, draws, today);
            default:
                return PoolOrSpotPurchase(ref child, child.Place, draws, today);
        }
    }

    private Found PoolOrSpotPurchase(ref ChildState child, HomeKind kind, in Draws draws, in Today today)
    {
        Found found = PoolWithRoom(ref child, kind, draws, today);
        return found.IsHome ? found : PoolWithRoom(ref child, HomeKind.SpotPurchase, draws, today) with { Kind = HomeKind.AgencyFoster };
    }

    /// <summary>A pool of a kind with room, in the child's area first, whatever its response time.</summary>
    public Found PoolWithRoom(ref ChildState child, HomeKind kind, in Draws draws, in Today today) =>
        FromPools(ref child, kind, 1, draws, today, inKentOnly: false);

    /// <summary>Searches foster homes for a child or a group: in-house, then connected persons at entry, then agency.</summary>
    public Found ForFoster(ref ChildState child, in Seeker seeker, bool first, in Draws draws, in Today today)
    {
        PlacementRates rates = today.Rates.Placements;
        RandomBlock answers = draws.For(Process.Offer, child.OfferUses++);
        Found accepted = Accepted(child, seeker, answers, rates);
        if (accepted.IsHome)
        {
            return accepted;
        }

        if (first && KnowsSomeone(child, draws, today))
        {
            return OpenConnected(child, seeker.Together);
        }

        if (answers.UniformD >= rates.PoolAccepts[(int)HomeKind.AgencyFoster])
        {
            return Found.Nothing;
        }

        Found agency = FromPools(ref child, HomeKind.AgencyFoster, seeker.Together, draws, today, inKentOnly: false);
        return seeker.Together > 1 && agency.Miles > rates.Weights.TogetherMiles ? Found.Nothing : agency;
    }

    /// <summary>The first of the day's offers to in-house carers that is accepted.</summary>
    private Found Accepted(in ChildState child, in Seeker seeker, in RandomBlock answers, PlacementRates rates)
    {
        double accept = rates.CarersAccept[seeker.NeedLevel];
        int accepting = answers.UniformA < accept ? 0 : answers.UniformB < accept ? 1 : answers.UniformC < accept ? 2 : CandidateRanking.Most;

        // Which of the offers would be accepted is known before the homes are: where none, nobody need be ranked.
        return accepting < Math.Min(CandidateRanking.Most, rates.OffersPerDay) && accepting < _ranking.Rank(seeker, rates.Weights, child.Home, 1 + accepting)
            ? InHouse(_ranking[accepting], seeker, rates.Weights.NearMiles)
            : Found.Nothing;
    }

    /// <summary>A baby with a parent: a parent and child household where one takes them, otherwise a family centre.</summary>
    private Found WithParent(ref ChildState child, in Seeker seeker, in Draws draws, in Today today)
    {
        RandomBlock answers = draws.For(Process.Offer, child.OfferUses++);
        Found household = Accepted(child, seeker with { WithParent = true }, answers, today.Rates.Placements);
        return household.IsHome ? household : InPools(ref child, HomeKind.FamilyCentre, draws, today, inKentOnly: false);
    }

    /// <summary>Searches the pools of one kind, nearest area first.</summary>
    public Found InPools(ref ChildState child, HomeKind kind, in Draws draws, in Today today, bool inKentOnly)
    {
        double accepts = today.Rates.Placements.PoolAccepts[(int)kind];
        int use = child.OfferUses++;
        return accepts >= 1 || draws.For(Process.Offer, use).UniformD < accepts
            ? FromPools(ref child, kind, 1, draws, today, inKentOnly)
            : Found.Nothing;
    }

    /// <summary>
    /// A pool in Kent with room for a child of another authority, as <see cref="InPools"/> would find it; where within the area the home lies is not
    /// asked of such children.
    /// </summary>
    /// <returns>Its index, or <see cref="ChildState.NoHome"/>.</returns>
    public int PoolInKent(ref ChildState child, HomeKind kind, in Draws draws, in Today today)
    {
        PlacementRates rates = today.Rates.Placements;
        double accepts = rates.PoolAccepts[(int)kind];
        int use = child.OfferUses++;
        if (accepts < 1 && draws.For(Process.Offer, use).UniformD >= accepts)
        {
            return ChildState.NoHome;
        }

        child.OfferUses++; // The draw that would tell where it lies.
        return pools.IsKnownFull(register, kind) ? ChildState.NoHome : pools.FirstInKent(register, kind, rates.Map.AreaOf(child.District));
    }

    /// <summary>
    /// A bed for tonight: at entry an assessment bed, then an emergency bed, where one is free; otherwise whatever an agency has at once.
    /// </summary>
    public Found StopGap(ref ChildState child, in Seeker seeker, in Draws draws, in Today today)
    {
        if (child.PlacementsThisEpisode == 0 && seeker.Oldest < 16)
        {
            Found assessment = FromPools(ref child, HomeKind.AssessmentBed, 1, draws, today, inKentOnly: true);
            if (assessment.IsHome)
            {
                return assessment;
            }
        }

        if (child.Place != HomeKind.EmergencyBed)
        {
            Found emergency = FromPools(ref child, HomeKind.EmergencyBed, 1, draws, today, inKentOnly: true);
            if (emergency.IsHome)
            {
                return emergency;
            }
        }

        return FromPools(ref child, HomeKind.SpotPurchase, 1, draws, today, inKentOnly: false);
    }

    /// <summary>
    /// A spot purchase that nothing better replaced becomes the placement: the same home under the kind that was sought, where such homes
    /// have room; nothing where they have none.
    /// </summary>
    public Found KeepSpotPurchase(in ChildState child, in Seeker seeker, in Draws draws, in Today today)
    {
        HomeKind sought = KindSought.Of(child, seeker, draws.For(Process.Placement, (2 * child.PlacementUses) + 1), draws, today);
        HomeKind kind = sought is HomeKind.InHouseFoster or HomeKind.WithParents ? HomeKind.AgencyFoster : sought;
        int outside = pools.Find(kind, KentMap.Outside);
        if (outside < 0)
        {
            kind = HomeKind.AgencyFoster;
            outside = pools.Find(kind, KentMap.Outside);
        }

        return outside < 0 || register[outside].Free == 0 ? Found.Nothing : new Found(kind, outside, 0, true, 0, false);
    }

    private Found FromPools(ref ChildState child, HomeKind kind, int places, in Draws draws, in Today today, bool inKentOnly)
    {
        PlacementRates rates = today.Rates.Placements;
        int use = child.OfferUses++;
        if (!pools.HaveRoom(register, kind, places, inKentOnly))
        {
            return Found.Nothing; // Where it would lie need not be drawn.
        }

        RandomBlock where = draws.For(Process.Offer, use);
        bool outside = !inKentOnly && where.UniformA < rates.SoughtOutside[(int)kind];
        foreach (int area in pools.OrderFrom(outside ? KentMap.Outside : rates.Map.AreaOf(child.District)))
        {
            int home = pools.Find(kind, area);
            if (home < 0 || register[home].Free < places || (inKentOnly && area == KentMap.Outside))
            {
                continue;
            }

            int place = rates.Map.PlaceIn(area, where.UniformB);
            (short east, short north) = rates.Map.PointIn(place, where.UniformC, where.UniformD);
            double miles = child.Is(ChildFacts.Unaccompanied) ? 0 : KentMap.Miles(east, north, child.East, child.North);
            return new Found(kind, home, miles, area == KentMap.Outside, miles <= rates.Weights.NearMiles ? 2 : 1, true, east, north);
        }

        return Found.Nothing;
    }

    /// <summary>A household that somebody chose, with the distance and the quality it has for the child.</summary>
    internal Found Chosen(int index, in Seeker seeker, in Today today) => InHouse(index, seeker, today.Rates.Placements.Weights.NearMiles);

    private Found InHouse(int index, in Seeker seeker, double nearMiles)
    {
        ref Home home = ref register[index];
        double miles = seeker.DistanceKnown ? KentMap.Miles(home.East, home.North, seeker.East, seeker.North) : 0;
        int quality = PlacementPolicy.Quality(home, seeker, miles, nearMiles);
        return new Found(HomeKind.InHouseFoster, index, miles, false, quality, home.Skill >= seeker.NeedLevel, home.East, home.North);
    }

    /// <summary>Whether a relative or friend offers a home at entry.</summary>
    private static bool KnowsSomeone(in ChildState child, in Draws draws, in Today today) =>
        !child.Is(ChildFacts.Unaccompanied)
        && draws.For(Process.Placement, (2 * child.PlacementUses) + 1).UniformB
            < today.Rates.Placements.ConnectedShare[(int)Age.Band(child.AgeOn(today.Day))];

    private Found OpenConnected(in ChildState child, int children)
    {
        int home = register.Add(new Home
        {
            Id = ConnectedId(child.Id),
            Kind = HomeKind.ConnectedPerson,
            Place = child.District,
            East = child.East,
            North = child.North,
            Approved = children,
            AgeHigh = 17,
            Skill = 3,
            OpenedDay = -ChildState.Never,
            Type = FosterType.ConnectedPerson,
            Household = -1,
        });
        return new Found(HomeKind.ConnectedPerson, home, 0, false, 3, true, child.East, child.North);
    }

    /// <summary>A connected household is named after its child: the child's kind moves beside the district.</summary>
    private static ulong ConnectedId(ulong child) =>
        ((ulong)EntityKind.ConnectedHousehold << 56) | ((child >> 56) << 52) | (child & 0x000F_FFFF_FFFF_FFFF);
}
