using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps one school; see <see cref="ISchoolGrain"/>.</summary>
internal sealed class SchoolGrain : Grain, ISchoolGrain
{
    private readonly KeptRecord<SchoolState> _opened;
    private readonly KeptRecord<SchoolFile> _file;

    public SchoolGrain(IServiceProvider services)
    {
        _opened = new KeptRecord<SchoolState>(this, "school", services);
        _file = new KeptRecord<SchoolFile>(this, "file", services);
    }

    public async Task Open(int day, SchoolState state)
    {
        (await _opened.OpenAsync()).Put(day, state);
        await _opened.StoreAsync();
    }

    public async Task<SchoolState?> At(int marker) => (await _opened.OpenAsync()).At(marker)?.State;

    public async Task Settle(int day, SchoolFile file)
    {
        (await _file.OpenAsync()).Put(day, file);
        await _file.StoreAsync();
    }

    public async Task<SchoolFile?> FileAt(int marker) => (await _file.OpenAsync()).At(marker)?.State;
}
