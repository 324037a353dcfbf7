namespace KentSufficiency.Simulation.CareSchools;

/// <summary>Which child in care is which resident. A resident belongs to one child of a replication for good.</summary>
internal sealed class ResidentLinks
{
    private readonly int[] _cohorts = new int[3];
    private KnownResidents _known = new();
    private ulong[] _childOf = [];

    /// <summary>The residents.</summary>
    public KnownResidents Known => _known;

    /// <summary>Begins a replication: nobody is linked.</summary>
    public void Begin(KnownResidents known)
    {
        _known = known;
        if (_childOf.Length < known.Count)
        {
            _childOf = new ulong[known.Count + (known.Count / 4)];
        }

        Array.Clear(_childOf);
    }

    /// <summary>The child that a resident is, or 0.</summary>
    public ulong ChildOf(int known) => _childOf[known];

    /// <summary>All links.</summary>
    public LinkedResident[] Save() =>
        [.. _childOf.Index().Where(link => link.Item != 0).Select(link => new LinkedResident(link.Index, link.Item))];

    /// <summary>Goes on from links that were kept.</summary>
    public void Restore(KnownResidents known, LinkedResident[] links, PupilFile[] pupils)
    {
        Begin(known);
        Array.ForEach(links, link => _childOf[link.Known] = link.Child);
        foreach (PupilFile pupil in pupils.Where(pupil => pupil.Known != KnownResidents.None))
        {
            _childOf[pupil.Known] = pupil.Child;
        }
    }

    /// <summary>
    /// Links a child with the most vulnerable resident of the district who lives in Kent and is nobody else's, with a plan or without as the
    /// child; of the cohort first, then of its neighbours. Where there is none, whether there is a plan does not matter.
    /// </summary>
    /// <returns>The resident, or <see cref="KnownResidents.None"/>.</returns>
    public int Link(in ResidentQuest quest, int day)
    {
        _cohorts[0] = quest.Cohort;
        _cohorts[1] = quest.NextCohort;
        _cohorts[2] = (2 * quest.Cohort) - quest.NextCohort;
        foreach (bool strictly in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (int cohort in _cohorts)
            {
                int found = Find(quest, cohort, strictly, day);
                if (found != KnownResidents.None)
                {
                    _childOf[found] = quest.Child;
                    return found;
                }
            }
        }

        return KnownResidents.None;
    }

    private int Find(in ResidentQuest quest, int cohort, bool strictly, int day)
    {
        ReadOnlySpan<Ranked> residents = _known.Of(cohort, quest.District);
        if (_childOf.Length < _known.Count)
        {
            Array.Resize(ref _childOf, _known.Count + (_known.Count / 4)); // In a county that is lived day by day residents become known later.
        }

        foreach ((double lot, int known, bool hadPlan) in residents)
        {
            if (lot >= quest.Share && !quest.HasPlan)
            {
                break; // From here on all are known by a plan.
            }

            if (_childOf[known] != 0 || (strictly && quest.HasPlan && !hadPlan))
            {
                continue;
            }

            ref readonly KnownState state = ref _known.On(known, day);
            bool fits = strictly ? state.HasPlan == quest.HasPlan : state.HasPlan || lot < quest.Share;
            if (state.IsPresent && state.District == quest.District && fits)
            {
                return known;
            }
        }

        return KnownResidents.None;
    }
}
