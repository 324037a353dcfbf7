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

    private readonly View[] _views;
    private readonly float[] _east;
    private readonly float[] _north;
    private readonly byte[] _words;
    private readonly InView[] _schools;
    private readonly ulong[] _blocks;

    public ReachTable(Estate estate, SchoolReach reach, int entryYear)
    {
        int areas = estate.Areas.Length;
        _views = new View[2 * areas];
        (_east, _north) = (new float[areas * Likings.Lanes], new float[areas * Likings.Lanes]);
        _words = new byte[areas * Likings.Lanes];
        var schools = new List<InView>();
        var blocks = new List<ulong>();
        for (int area = 0; area < areas; area++)
        {
            (int start, int blockStart) = (schools.Count, blocks.Count);
            Add(estate, entryYear, area, reach.Open(area, entryYear), start, blockStart, schools, blocks);
            _views[Of(area, 0)] = new View(start, schools.Count - start, blockStart, blocks.Count - blockStart);
            Add(estate, entryYear, area, entryYear == AdmissionYears.Secondary ? reach.Selective(area) : [], start, blockStart, schools, blocks);
            _views[Of(area, 1)] = new View(start, schools.Count - start, blockStart, blocks.Count - blockStart);
            MostInView = Math.Max(MostInView, schools.Count - start);
        }

        (_schools, _blocks) = ([.. schools], [.. blocks]);
    }

    /// <summary>The most schools that any area has in view.</summary>
    public int MostInView { get; }

    /// <summary>The number of the view that families of an area have: grammar schools are in view of those who passed the test.</summary>
    /// <param name="area">Planning area.</param>
    /// <param name="passed">1 for those who passed, else 0.</param>
    public static int Of(int area, int passed) => (2 * area) + passed;

    /// <summary>How far east an area's schools lie, lane by lane.</summary>
    public ReadOnlySpan<float> East(int area) => LanesOf(_east, area);

    /// <summary>How far north an area's schools lie, lane by lane.</summary>
    public ReadOnlySpan<float> North(int area) => LanesOf(_north, area);

    /// <summary>Where the words of an area's schools lie in its blocks of draws, lane by lane.</summary>
    public ReadOnlySpan<byte> Words(int area) => _words.AsSpan(area * Likings.Lanes, Likings.Lanes);

    /// <summary>The schools in view; grammar schools come last.</summary>
    public ReadOnlySpan<InView> Schools(int view) => _schools.AsSpan(_views[view].Start, _views[view].Count);

    /// <summary>Schools in view.</summary>
    public int Count(int view) => _views[view].Count;

    /// <summary>Ordinals of the blocks that hold the tastes for those schools.</summary>
    public ReadOnlySpan<ulong> Blocks(int view) => _blocks.AsSpan(_views[view].BlockStart, _views[view].Blocks);

    /// <summary>The lanes of a row in an array of lanes.</summary>
    private static ReadOnlySpan<float> LanesOf(float[] values, int row) => values.AsSpan(row * Likings.Lanes, Likings.Lanes);

    private void Add(
        Estate estate, int entryYear, int area, ReadOnlySpan<int> indices, int start, int blockStart, List<InView> schools, List<ulong> blocks)
    {
        SchoolPhase phase = AdmissionYears.Phase(entryYear);
        foreach (int index in indices)
        {
            School school = estate.Schools[index];
            var ordinal = (ulong)Taste.Ordinal(phase, index);
            int block = blocks.IndexOf(ordinal, blockStart);
            if (block < 0)
            {
                block = blocks.Count;
                blocks.Add(ordinal);
            }

            int word = ((block - blockStart) * Taste.SchoolsABlock) + (index % Taste.SchoolsABlock);
            int near = AdmissionCriteria.Bit(Criterion.OwnArea, phase == SchoolPhase.Primary && school.Area == area);
            int row = (int)AdmissionCriteria.RuleOf(school) << AdmissionCriteria.Count;
            int lane = (area * Likings.Lanes) + schools.Count - start;
            (_east[lane], _north[lane], _words[lane]) = (school.East, school.North, (byte)word);
            schools.Add(new InView((ushort)index, school.East, school.North, (byte)(row | near)));
        }
    }

    /// <summary>Where the schools of a view and their blocks lie.</summary>
    private readonly record struct View(int Start, int Count, int BlockStart, int Blocks);
}
