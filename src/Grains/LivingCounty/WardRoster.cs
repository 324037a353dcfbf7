namespace KentSufficiency.Grains.LivingCounty;

/// <summary>A page of a ward's roster.</summary>
/// <param name="Ids">Addresses; of those who have gone since, too.</param>
[GenerateSerializer]
[Alias("kent.RosterPage")]
public sealed record RosterPage([property: Id(0)] ulong[] Ids);

/// <summary>
/// Who belongs to a ward, on pages. Who comes goes on the last page; who leaves stays on until most of a roster has left, when it is written anew.
/// Belongs to one grain.
/// </summary>
internal sealed class WardRoster(Func<Pages<RosterPage>> open)
{
    private const int PageSize = 512;
    private readonly Pages<RosterPage> _stored = open();
    private readonly List<List<ulong>> _pages = [];
    private readonly SortedSet<int> _changed = [];
    private int _listed;

    /// <summary>Reads the roster as of a marker.</summary>
    public async Task<ulong[]> LoadAsync(int marker)
    {
        _stored.Forget();
        _pages.Clear();
        _changed.Clear();
        _pages.AddRange((await _stored.ReadAllAsync(marker)).Select(page => page.Ids.ToList()));
        _listed = _pages.Sum(page => page.Count);
        return [.. _pages.SelectMany(page => page)];
    }

    /// <summary>Who was listed as of a marker. Leaves the roster as it is: whoever looks may look a day behind while the next days are lived.</summary>
    public async Task<ulong[]> LookAsync(int marker) => [.. (await open().ReadAllAsync(marker)).SelectMany(page => page.Ids)];

    /// <summary>Takes everybody off, as what a beginning that was cut short may have left.</summary>
    public void Clear()
    {
        _pages.ForEach(page => page.Clear());
        _changed.UnionWith(Enumerable.Range(0, _pages.Count));
        _listed = 0;
    }

    /// <summary>Notes who has come.</summary>
    public void Add(ulong id)
    {
        if (_pages.Count == 0 || _pages[^1].Count == PageSize)
        {
            _pages.Add([]);
        }

        _pages[^1].Add(id);
        _changed.Add(_pages.Count - 1);
        _listed++;
    }

    /// <summary>Writes the roster anew where fewer than half of those listed are still there.</summary>
    /// <param name="present">Who is there.</param>
    /// <param name="left">Who left today: until the day is whole, they are still there.</param>
    public void Compact(IReadOnlyCollection<ulong> present, IReadOnlyCollection<ulong> left)
    {
        if (_listed <= (2 * (present.Count + left.Count)) + PageSize)
        {
            return;
        }

        int before = _pages.Count;
        _pages.Clear();
        _listed = 0;
        foreach (ulong id in present.Concat(left))
        {
            Add(id);
        }

        while (_pages.Count < before)
        {
            _pages.Add([]);
        }

        _changed.UnionWith(Enumerable.Range(0, before));
    }

    /// <summary>Stores the pages that changed on a day.</summary>
    public async Task StoreAsync(int day)
    {
        foreach (int number in _changed.ToArray())
        {
            await _stored.WriteAsync(number, day, new RosterPage([.. _pages[number]]));
        }

        _changed.Clear();
    }
}
