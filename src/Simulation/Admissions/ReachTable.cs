using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>A school in view of an area.</summary>
/// <param name="School">Index.</param>
/// <param name="East">Hundredths of a mile east of the origin.</param>
/// <param name="North">Hundredths of a mile north of the origin.</param>
/// <param name="Word">Place of its word among those of the area's blocks of draws.</param>
/// <param name="Criteria">Row of the school's authority in the table of classes, and the criteria met by living in the area.</param>
internal readonly record struct InView(ushort School, short East, short North, byte Word, byte Criteria);

/// <summary>
/// The schools in view of every area for one round, laid out for the loop: those that do not select first, then grammar schools; and the
/// blocks of draws in which their tastes lie, each once.
/// </summary>
internal sealed class ReachTable
{
    /// <summary>Schools in view at the most.</summary>
    public const int Most = SchoolReach.MostSecondary + SchoolReach.MostSelective;

    private readonly int[] _start;
    private readonly int[] _open;
    private readonly InView[] _schools;
    private readonly int[] _blockStart;
    private readonly int[] _openBlocks;
    private readonly ulong[] _blocks;

    public ReachTable(Estate estate, SchoolReach reach, int entryYear)
    {
        int areas = estate.Areas.Length;
        (_start, _open) = (new int[areas + 1], new int[areas]);
        (_blockStart, _openBlocks) = (new int[areas + 1], new int[areas]);
        var schools = new List<InView>();
        var blocks = new List<ulong>();
        for (int area = 0; area < areas; area++)
        {
            ReadOnlySpan<int> open = reach.Open(area, entryYear);
            ReadOnlySpan<int> selective = entryYear == AdmissionYears.Secondary ? reach.Selective(area) : [];
            Add(estate, entryYear, area, open, schools, blocks);
            (_open[area], _openBlocks[area]) = (schools.Count - _start[area], blocks.Count - _blockStart[area]);
            Add(estate, entryYear, area, selective, schools, blocks);
            (_start[area + 1], _blockStart[area + 1]) = (schools.Count, blocks.Count);
        }

        (_schools, _blocks) = ([.. schools], [.. blocks]);
    }

    /// <summary>Schools in view of all areas together.</summary>
    public int Count => _schools.Length;

    /// <summary>Where an area's schools begin.</summary>
    public int Start(int area) => _start[area];

    /// <summary>Schools in view that do not select.</summary>
    public int OpenCount(int area) => _open[area];

    /// <summary>The schools in view of an area; grammar schools come last and are left out if not asked for.</summary>
    public ReadOnlySpan<InView> Schools(int area, bool selective) =>
        _schools.AsSpan(_start[area], selective ? _start[area + 1] - _start[area] : _open[area]);

    /// <summary>Ordinals of the blocks that hold the tastes for those schools.</summary>
    public ReadOnlySpan<ulong> Blocks(int area, bool selective) =>
        _blocks.AsSpan(_blockStart[area], selective ? _blockStart[area + 1] - _blockStart[area] : _openBlocks[area]);

    private void Add(Estate estate, int entryYear, int area, ReadOnlySpan<int> indices, List<InView> schools, List<ulong> blocks)
    {
        SchoolPhase phase = AdmissionYears.Phase(entryYear);
        foreach (int index in indices)
        {
            School school = estate.Schools[index];
            var ordinal = (ulong)Taste.Ordinal(phase, index);
            int block = blocks.IndexOf(ordinal, _blockStart[area]);
            if (block < 0)
            {
                block = blocks.Count;
                blocks.Add(ordinal);
            }

            int word = ((block - _blockStart[area]) * Taste.SchoolsABlock) + (index % Taste.SchoolsABlock);
            int near = AdmissionCriteria.Bit(Criterion.OwnArea, phase == SchoolPhase.Primary && school.Area == area);
            int row = (int)AdmissionCriteria.RuleOf(school) << AdmissionCriteria.Count;
            schools.Add(new InView((ushort)index, school.East, school.North, (byte)word, (byte)(row | near)));
        }
    }
}
