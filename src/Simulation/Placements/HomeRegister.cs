using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// Every home the placement service knows, with those who live there. Keeps the list of in-house homes with a free place, so that a
/// search looks at vacancies only. Reused between replications.
/// </summary>
public sealed class HomeRegister
{
    /// <summary>The most children one household can hold, exemptions and respite included.</summary>
    public const int MostInHousehold = 8;

    private Home[] _homes = new Home[1024];
    private int[] _occupants = new int[1024 * MostInHousehold];
    private readonly int[] _hubs = new int[KentMap.Outside + 1];
    private readonly List<int> _inHouse = new(1024);
    private readonly int[] _roomNoted = new int[Enum.GetValues<HomeKind>().Length];

    /// <summary>Number of homes ever registered in this replication.</summary>
    public int Count { get; private set; }

    /// <summary>In-house homes with a free place, in no particular order: whoever chooses among them breaks ties by address.</summary>
    public ReadOnlySpan<Vacancy> Vacant => Vacancies.All;

    /// <summary>The same homes, to be searched.</summary>
    internal VacantHomes Vacancies { get; } = new();

    /// <summary>Homes of approved households that have not closed, in no particular order.</summary>
    internal ReadOnlySpan<int> InHouse => CollectionsMarshal.AsSpan(_inHouse);

    /// <summary>Number of connected persons' homes that have not closed.</summary>
    internal int ConnectedCount { get; private set; }

    /// <summary>A home by index.</summary>
    public ref Home this[int home] => ref _homes[home];

    /// <summary>How often a pool of a kind was left with a free place: while this stays the same, pools that were full still are.</summary>
    internal int RoomNoted(HomeKind kind) => _roomNoted[(int)kind];

    /// <summary>Open hub families in an area.</summary>
    public int HubsIn(int area) => _hubs[area];

    /// <summary>Forgets every home.</summary>
    public void Reset()
    {
        NoteRoom();
        Count = ConnectedCount = 0;
        Vacancies.Clear();
        _inHouse.Clear();
        Array.Clear(_hubs);
    }

    /// <summary>Becomes a copy of another register.</summary>
    public void CopyFrom(HomeRegister other)
    {
        if (_homes.Length < other.Count)
        {
            _homes = new Home[other._homes.Length];
            _occupants = new int[other._occupants.Length];
        }

        Array.Copy(other._homes, _homes, other.Count);
        Array.Copy(other._occupants, _occupants, other.Count * MostInHousehold);
        Vacancies.CopyFrom(other.Vacancies);
        other._hubs.CopyTo(_hubs);
        NoteRoom();
        _inHouse.Clear();
        _inHouse.AddRange(other.InHouse);
        (Count, ConnectedCount) = (other.Count, other.ConnectedCount);
    }

    /// <summary>
    /// Goes on from homes that were kept, with nobody in them; <see cref="Fill"/> must follow for each child. An index at which none is kept
    /// belonged to a home that closed.
    /// </summary>
    internal void Restore(IEnumerable<(int Index, Home Home)> homes)
    {
        Reset();
        foreach ((int index, Home home) in homes.OrderBy(home => home.Index))
        {
            while (Count < index)
            {
                Add(new Home { Kind = HomeKind.InHouseFoster, Status = HomeStatus.Closed, Household = -1 });
            }

            Add(home with { Filled = 0, SinglePlacements = 0 });
        }
    }

    /// <summary>Registers a home.</summary>
    /// <returns>Its index.</returns>
    public int Add(in Home home)
    {
        if (Count == _homes.Length)
        {
            Array.Resize(ref _homes, 2 * Count);
            Array.Resize(ref _occupants, 2 * Count * MostInHousehold);
        }

        _homes[Count] = home;
        _homes[Count].VacantPosition = -1;
        Update(Count);
        CountHub(home, 1);
        NoteOpen(Count, wasOpen: false);
        return Count++;
    }

    /// <summary>Changes whether a home takes children.</summary>
    public void SetStatus(int home, HomeStatus status)
    {
        ref Home at = ref _homes[home];
        bool wasOpen = at.Status != HomeStatus.Closed;
        CountHub(at, -1);
        at.Status = status;
        CountHub(at, 1);
        NoteOpen(home, wasOpen);
        Update(home);
    }

    /// <summary>Changes the places of a pool. Homes that close take nobody more; the children there stay until they leave.</summary>
    public void Resize(int home, int places)
    {
        ref Home at = ref _homes[home];
        at.Approved = places;
        at.RunDown = Math.Max(0, at.Filled + at.StayingPut - places);
        Update(home);
    }

    /// <summary>Takes a child in.</summary>
    public void Fill(int home, int child, bool single)
    {
        ref Home at = ref _homes[home];
        if (at.IsHousehold)
        {
            if (at.Filled >= MostInHousehold)
            {
                throw new InvalidOperationException($"A household cannot hold more than {MostInHousehold} children.");
            }

            _occupants[(home * MostInHousehold) + at.Filled] = child;
        }

        at.Filled++;
        at.SinglePlacements += single ? (byte)1 : (byte)0;
        Update(home);
    }

    /// <summary>Lets a child go.</summary>
    public void Release(int home, int child, bool single)
    {
        ref Home at = ref _homes[home];
        at.Filled--;
        at.RunDown = Math.Max(0, Math.Min(at.RunDown, at.Filled + at.StayingPut - at.Approved));
        at.SinglePlacements -= single ? (byte)1 : (byte)0;
        if (at.IsHousehold)
        {
            Span<int> living = _occupants.AsSpan(home * MostInHousehold, at.Filled + 1);
            int position = living.IndexOf(child);
            if (position < 0)
            {
                throw new InvalidOperationException("A child left a home where it did not live.");
            }

            living[position] = living[at.Filled];
        }

        Update(home);
    }

    /// <summary>The slots of the children who live in a household.</summary>
    public ReadOnlySpan<int> Occupants(int home) => _occupants.AsSpan(home * MostInHousehold, _homes[home].Filled);

    /// <summary>Brings the list of vacancies up to date after a home changed.</summary>
    public void Update(int home)
    {
        ref Home at = ref _homes[home];
        if (!at.IsHousehold)
        {
            _roomNoted[(int)at.Kind] += at.Free > 0 ? 1 : 0;
            return;
        }

        bool vacant = at.Kind == HomeKind.InHouseFoster && at.Free > 0;
        if (vacant)
        {
            if (at.VacantPosition < 0)
            {
                at.VacantPosition = Vacancies.Add(Vacancy.Of(at, home));
            }
            else
            {
                Vacancies[at.VacantPosition] = Vacancy.Of(at, home);
            }
        }
        else if (at.VacantPosition >= 0)
        {
            _homes[Vacancies.Remove(at.VacantPosition).Home].VacantPosition = at.VacantPosition;
            at.VacantPosition = -1;
        }
    }

    /// <summary>Other homes than before: nothing that was known of full pools holds.</summary>
    private void NoteRoom()
    {
        foreach (ref int noted in _roomNoted.AsSpan())
        {
            noted++;
        }
    }

    private void NoteOpen(int home, bool wasOpen)
    {
        ref Home at = ref _homes[home];
        bool isOpen = at.Status != HomeStatus.Closed;
        if (isOpen == wasOpen)
        {
            return;
        }

        ConnectedCount += at.Kind != HomeKind.ConnectedPerson ? 0 : isOpen ? 1 : -1;
        if (at.Kind == HomeKind.InHouseFoster && isOpen)
        {
            _inHouse.Add(home);
        }
        else if (at.Kind == HomeKind.InHouseFoster)
        {
            _inHouse[_inHouse.IndexOf(home)] = _inHouse[^1];
            _inHouse.RemoveAt(_inHouse.Count - 1);
        }
    }

    private void CountHub(in Home home, int by) =>
        _hubs[home.Area] += home.Type == FosterType.Hub && home.Status != HomeStatus.Closed ? by : 0;
}
