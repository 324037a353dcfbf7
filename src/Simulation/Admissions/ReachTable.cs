using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>A school in view of an area.</summary>
/// <param name="School">Index.</param>
/// <param name="East">Hundredths of a mile east of the origin.</param>
/// <param name="North">Hundredths of a mile north of the origin.</param>
/// <param name="Criteria">Row of the school's authority in the table of classes, and the criteria met by living in the area.</param>
internal readonly record struct InView(ushort School, short East, short North, byte Criteria);

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
    private readonly float[] _east;
    private readonly float[] _north;
    private readonly byte[] _words;
    private readonly InView[] _schools;
    private readonly int[] _blockStart;
    private readonly int[] _openBlocks;
    private readonly ulong[] _blocks;

    public ReachTable(Estate estate, SchoolReach reach, int entryYear)
    {
        int areas = estate.Areas.Length;
        (_start, _open) = (new int[areas + 1], new int[areas]);
        (_blockStart, _openBlocks) = (new int[areas + 1], new int[areas]);
        (_east, _north) = (new float[areas * Likings.Lanes], new float[areas * Likings.Lanes]);
        _words = new byte[areas * Likings.Lanes];
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

    /// <summary>How far east an area's schools lie, lane by lane.</summary>
    public ReadOnlySpan<float> East(int area) => LanesOf(_east, area);

    /// <summary>How far north an area's schools lie, lane by lane.</summary>
    public ReadOnlySpan<float> North(int area) => LanesOf(_north, area);

    /// <summary>Where the words of an area's schools lie in its blocks of draws, lane by lane.</summary>
    public ReadOnlySpan<byte> Words(int area) => _words.AsSpan(area * Likings.Lanes, Likings.Lanes);

    /// <summary>The lanes of an area in an array of lanes for each area.</summary>
    public static Span<float> LanesOf(float[] values, int area) => values.AsSpan(area * Likings.Lanes, Likings.Lanes);

    /// <summary>Schools in view.</summary>
    public int Count(int area) => _start[area + 1] - _start[area];

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
            int lane = (area * Likings.Lanes) + schools.Count - _start[area];
            (_east[lane], _north[lane], _words[lane]) = (school.East, school.North, (byte)word);
            schools.Add(new InView((ushort)index, school.East, school.North, (byte)(row | near)));
        }
    }
}
