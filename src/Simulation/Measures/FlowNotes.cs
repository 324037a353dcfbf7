using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Measures;

/// <summary>Flows since the first day, noted at the ends of months: what any two of them differ by happened between.</summary>
/// <param name="days">The days at whose end flows are noted, ascending.</param>
internal sealed class FlowNotes(int[] days)
{
    private readonly long[] _notes = new long[days.Length * FlowIndex.Count];

    /// <summary>Notes so far.</summary>
    public int Count { get; private set; }

    /// <summary>The latest note, or an earlier one.</summary>
    public ReadOnlySpan<long> At(int note) => _notes.AsSpan(note * FlowIndex.Count, FlowIndex.Count);

    /// <summary>Whether flows are noted at the end of a day.</summary>
    public bool IsDue(int day) => Count < days.Length && days[Count] == day;

    /// <summary>Notes the sum of two sets of flows.</summary>
    public void Add(ReadOnlySpan<long> flows, ReadOnlySpan<long> others)
    {
        Span<long> note = _notes.AsSpan(Count++ * FlowIndex.Count, FlowIndex.Count);
        for (int i = 0; i < note.Length; i++)
        {
            note[i] = flows[i] + others[i];
        }
    }

    /// <summary>Adds a note that was kept.</summary>
    public void Restore(ReadOnlySpan<long> flows) => flows.CopyTo(_notes.AsSpan(Count++ * FlowIndex.Count, FlowIndex.Count));

    /// <summary>Forgets all notes.</summary>
    public void Reset() => Count = 0;

    /// <summary>Becomes a copy of another's notes.</summary>
    public void CopyFrom(FlowNotes other)
    {
        Array.Copy(other._notes, _notes, other.Count * FlowIndex.Count);
        Count = other.Count;
    }
}
