namespace KentSufficiency.Grains.LivingCounty;

/// <summary>When those of a ward wake next. In memory only: everybody knows their own day.</summary>
internal sealed class WardCalendar
{
    private readonly Dictionary<ulong, int> _plans = [];
    private readonly Dictionary<int, List<ulong>> _due = [];

    /// <summary>Who is there.</summary>
    public IReadOnlyCollection<ulong> Present => _plans.Keys;

    /// <summary>Forgets everybody.</summary>
    public void Clear()
    {
        _plans.Clear();
        _due.Clear();
    }

    /// <summary>Notes when somebody wakes next.</summary>
    /// <returns>Whether they are new here.</returns>
    public bool Plan(ulong id, int day)
    {
        bool isNew = !_plans.TryGetValue(id, out int before);
        if (isNew || before != day)
        {
            _plans[id] = day;
            if (!_due.TryGetValue(day, out List<ulong>? due))
            {
                _due[day] = due = [];
            }

            due.Add(id);
        }

        return isNew;
    }

    /// <summary>Notes that somebody has gone.</summary>
    /// <returns>Whether they were here.</returns>
    public bool Remove(ulong id) => _plans.Remove(id);

    /// <summary>Who wakes on a day.</summary>
    public IEnumerable<ulong> DueOn(int day) =>
        _due.TryGetValue(day, out List<ulong>? due) ? due.Where(id => _plans.TryGetValue(id, out int planned) && planned == day).Distinct() : [];

    /// <summary>Lets go of a day that has passed.</summary>
    public void Pass(int day) => _due.Remove(day);
}
