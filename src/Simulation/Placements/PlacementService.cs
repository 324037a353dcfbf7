using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.OtherAuthorities;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Placements;

/// <summary>A connected person's home opened today for one child; the household itself is still to be created.</summary>
/// <param name="Home">Its index in the register.</param>
/// <param name="Child">Slot of the child.</param>
public readonly record struct ConnectedHome(int Home, int Child);

/// <summary>
/// The central placement service: one queue for the county. Every day it tries each waiting child, in the queue's order, against the
/// homes as they stand after those before it were placed.
/// </summary>
public sealed class PlacementService
{
    private readonly HomeSearch _search;
    private readonly WaitingLine _line = new();
    private readonly List<ConnectedHome> _connected = new(8);
    private readonly PlacementMoves _moves;
    private readonly Dictionary<ulong, int> _orders = [];
    private double _stabilityTokens;

    /// <summary>Creates the service over a register.</summary>
    public PlacementService(HomeRegister register, PoolIndex pools)
    {
        Register = register;
        _search = new HomeSearch(register, pools);
        _moves = new PlacementMoves(register, _search);
    }

    /// <summary>The homes.</summary>
    public HomeRegister Register { get; }

    /// <summary>Children who wait, stop-gaps included.</summary>
    public int WaitingCount => _line.Count;

    /// <summary>Connected persons' homes opened today.</summary>
    public ReadOnlySpan<ConnectedHome> ConnectedToday => CollectionsMarshal.AsSpan(_connected);

    /// <summary>Slots of the children whose state the last resolution changed.</summary>
    public ReadOnlySpan<int> Touched => _moves.Touched;

    /// <summary>Connected persons' homes that the last resolution emptied.</summary>
    public ReadOnlySpan<int> EmptiedConnected => _moves.EmptiedConnected;

    /// <summary>The search over the same register.</summary>
    public HomeSearch Search => _search;

    /// <summary>The schools of children in care, or null where they are left out.</summary>
    internal IPupilsInCare? Pupils { get => _moves.Pupils; set => _moves.Pupils = value; }

    /// <summary>Forgets the queue.</summary>
    public void Reset()
    {
        _line.Clear();
        _connected.Clear();
        _orders.Clear();
        _stabilityTokens = 0;
    }

    /// <summary>The queue, in no particular order between two days.</summary>
    internal ReadOnlySpan<WaitingRequest> Waiting => _line.All;

    /// <summary>Cases that the stability team could take now.</summary>
    internal double StabilityTokens => _stabilityTokens;

    /// <summary>Goes on from what was kept.</summary>
    internal void Restore(IEnumerable<WaitingRequest> waiting, double stabilityTokens)
    {
        Reset();
        _line.AddRange(waiting);
        _stabilityTokens = stabilityTokens;
    }

    /// <summary>Becomes a copy of another between two days: its queue and its register.</summary>
    public void CopyFrom(PlacementService other)
    {
        Reset();
        Register.CopyFrom(other.Register);
        _line.AddRange(other.Waiting);
        _stabilityTokens = other._stabilityTokens;
    }

    /// <summary>Puts a request into the queue; a child who already waits keeps one place only, the newer.</summary>
    public void Add(in Effect request) =>
        _line.Add(new WaitingRequest(request.Priority, int.MinValue, request.Lot, request.Entity, request.Slot, (MoveReason)request.Detail));

    /// <summary>Lets a child go from its home.</summary>
    public void Release(int home, int slot, in ChildState child) => Register.Release(home, slot, child.Is(ChildFacts.SinglePlacement));

    /// <summary>Whether the stability team takes one more case today, and takes it.</summary>
    public bool TakeStabilityCase()
    {
        if (_stabilityTokens < 1)
        {
            return false;
        }

        _stabilityTokens--;
        return true;
    }

    /// <summary>Answers the queue for today.</summary>
    public void Resolve(ChildTable children, DrawKey key, in Today today, Effects effects)
    {
        double perMonth = today.Rates.Placements.StabilityPerMonth;
        _stabilityTokens = Math.Min(Math.Max(1, perMonth), _stabilityTokens + (perMonth * 12 / Age.Year));
        _connected.Clear();
        _moves.Clear();
        if (_line.Count == 0)
        {
            return;
        }

        _line.Order(today.Day);
        if (_orders.Count > 0)
        {
            PlaceAsOrdered(children, key, today, effects);
        }

        Span<WaitingRequest> all = _line.All;
        int kept = 0;
        for (int i = 0; i < all.Length;)
        {
            ref readonly WaitingRequest request = ref all[i];
            ref ChildState child = ref children[request.Slot];
            if (!IsWaiting(request, child))
            {
                i++;
            }
            else if (child.Phase == Phase.OtherAuthority)
            {
                if (!ResolveOtherAuthority(request, ref child, new Draws(key, child.Id), today, effects))
                {
                    WaitingLine.MoveUp(all, kept++, i);
                }

                i++;
            }
            else
            {
                for (int end = i + ResolveAt(i, child, children, key, today, effects); i < end; i++)
                {
                    WaitingLine.MoveUp(all, kept, i);
                    kept += IsWaiting(all[i], children[all[i].Slot]) ? 1 : 0;
                }
            }
        }

        _line.Keep(kept);
    }

    /// <summary>Answers a child, or brothers and sisters who asked together.</summary>
    /// <returns>How many they are.</returns>
    private int ResolveAt(int at, in ChildState child, ChildTable children, DrawKey key, in Today today, Effects effects)
    {
        int group = GroupAt(at, child, children);
        if (group > 1 && TryTogether(at, group, children, key, today, effects))
        {
            return group;
        }

        int siblingHome = ChildState.NoHome;
        for (int member = 0; member < group; member++)
        {
            siblingHome = ResolveOne(_line.All[at + member], siblingHome, group > 1, children, key, today, effects);
        }

        return group;
    }

    /// <summary>Orders that a child in the queue goes to a household today, before all others are answered.</summary>
    internal void Order(ulong child, int home) => _orders[child] = home;

    /// <summary>Answers the orders in the order of the queue. Where no place is left when its turn comes, the child goes on waiting like any other.</summary>
    private void PlaceAsOrdered(ChildTable children, DrawKey key, in Today today, Effects effects)
    {
        foreach (ref readonly WaitingRequest request in _line.All)
        {
            ref ChildState child = ref children[request.Slot];
            if (_orders.Remove(request.Id, out int home) && IsWaiting(request, child) && Register[home].Free > 0)
            {
                Found found = _search.Chosen(home, Seekers.Of(child, today.Day, request.Priority == 0), today);
                _moves.Place(request, ref child, found, together: child.GroupSize == 1, key, today, effects);
            }
        }

        _orders.Clear();
    }

    private static bool IsWaiting(in WaitingRequest request, in ChildState child) =>
        child.Id == request.Id && child.RequestDay != ChildState.Never && child.Phase is Phase.LookedAfter or Phase.OtherAuthority;

    /// <summary>The number of waiting brothers and sisters who asked together and stand side by side from <paramref name="start"/>; 1 for a child alone.</summary>
    private int GroupAt(int start, in ChildState lead, ChildTable children)
    {
        if (lead.GroupSize <= 1 || lead.Place != HomeKind.None)
        {
            return 1;
        }

        Span<WaitingRequest> all = _line.All;
        ref readonly WaitingRequest first = ref all[start];
        int count = 1;
        while (start + count < all.Length)
        {
            ref readonly WaitingRequest next = ref all[start + count];
            bool same = EntityId.Lead(next.Id) == EntityId.Lead(first.Id) && next.Since == first.Since && next.Priority == first.Priority;
            ref ChildState child = ref children[next.Slot];
            if (!same || !IsWaiting(next, child) || child.Place != HomeKind.None)
            {
                break;
            }

            count++;
        }

        return count;
    }

    private bool TryTogether(int start, int count, ChildTable children, DrawKey key, in Today today, Effects effects)
    {
        effects.Count(Flow.SiblingGroups);
        Span<WaitingRequest> group = _line.All.Slice(start, count);
        ref ChildState lead = ref children[group[0].Slot];
        bool tonight = group[0].Priority == 0;
        Seeker seeker = Describe(Seekers.Of(lead, today.Day, tonight), group[0].Slot, lead, today);
        for (int i = 1; i < count; i++)
        {
            seeker = Seekers.Join(seeker, Seekers.Of(children[group[i].Slot], today.Day, tonight));
        }

        Found found = _search.ForFoster(ref lead, seeker, first: true, new Draws(key, lead.Id), today);
        if (!found.IsHome)
        {
            return false;
        }

        effects.Count(Flow.SiblingGroupsTogether);
        if (found.Kind == HomeKind.ConnectedPerson)
        {
            _connected.Add(new ConnectedHome(found.Home, group[0].Slot));
        }

        foreach (ref readonly WaitingRequest request in group)
        {
            _moves.Place(request, ref children[request.Slot], found, together: true, key, today, effects);
        }

        return true;
    }

    private int ResolveOne(
        in WaitingRequest request, int siblingHome, bool split, ChildTable children, DrawKey key, in Today today, Effects effects)
    {
        ref ChildState child = ref children[request.Slot];
        if (!IsWaiting(request, child))
        {
            return siblingHome;
        }

        var draws = new Draws(key, child.Id);
        Seeker alone = Seekers.Of(child, today.Day, request.Priority == 0) with { SiblingHome = siblingHome };
        Seeker seeker = Describe(alone, request.Slot, child, today);
        Found found = _search.For(ref child, seeker, request, draws, today);
        if (!found.IsHome && !found.NeedsNone)
        {
            _moves.Miss(request, ref child, seeker, draws, today, effects);
            return siblingHome;
        }

        bool together = !split || (siblingHome != ChildState.NoHome && found.Home == siblingHome);
        if (found.Kind == HomeKind.ConnectedPerson)
        {
            _connected.Add(new ConnectedHome(found.Home, request.Slot));
        }

        _moves.Place(request, ref child, found, together, key, today, effects);
        return found.Home;
    }

    private Seeker Describe(in Seeker seeker, int slot, in ChildState child, in Today today) =>
        Pupils is { } pupils ? pupils.Describe(seeker, slot, child, today) : seeker;

    /// <summary>Answers a child of another authority.</summary>
    /// <returns>Whether the child waits no more.</returns>
    private bool ResolveOtherAuthority(in WaitingRequest request, ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        HomeKind kind = OtherAuthorityRules.KindSought(draws, today);
        int home = _search.PoolInKent(ref child, kind, draws, today);
        if (home != ChildState.NoHome)
        {
            _moves.Touch(request.Slot);
            PlacementMoves.CountAnswer(request, today, effects);
            Register.Fill(home, request.Slot, single: false);
            OtherAuthorityRules.Begin(ref child, kind, home, draws, today);
            return true;
        }

        if (today.Day - request.Since < today.Rates.OtherAuthorities.Patience)
        {
            return false;
        }

        _moves.Touch(request.Slot);
        OtherAuthorityRules.Lose(ref child, effects);
        return true;
    }
}
