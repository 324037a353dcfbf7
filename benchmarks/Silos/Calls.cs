namespace KentSufficiency.Silos;

/// <summary>A grain that does nothing: what a call costs.</summary>
[Alias("benchmark.INothingGrain")]
public interface INothingGrain : IGrainWithStringKey
{
    [Alias("Idle")]
    ValueTask<int> Idle(int day, int unaccompanied);
}

/// <summary>Calls many at a time, as a ward does.</summary>
[Alias("benchmark.ICallerGrain")]
public interface ICallerGrain : IGrainWithStringKey
{
    /// <summary>Calls as many that do nothing.</summary>
    [Alias("CallMany")]
    Task CallMany(int first, int count);
}

internal sealed class NothingGrain : Grain, INothingGrain
{
    public ValueTask<int> Idle(int day, int unaccompanied) => new(day);
}

[Orleans.Placement.PreferLocalPlacement]
internal sealed class CallerGrain : Grain, ICallerGrain
{
    private INothingGrain[] _callees = [];

    public Task CallMany(int first, int count)
    {
        if (_callees.Length == 0)
        {
            _callees = [.. Enumerable.Range(0, 1000).Select(number => GrainFactory.GetGrain<INothingGrain>($"{this.GetPrimaryKeyString()}/{number}"))];
        }

        return Task.WhenAll(Enumerable.Range(first, count).Select(number => _callees[number % _callees.Length].Idle(number, 0).AsTask()));
    }
}
