using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Experiments;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.CliTests;

/// <summary>Runs the command in this process with the fake engine and the shipped scenarios.</summary>
internal sealed class Shell : IDisposable
{
    private readonly CancellationTokenSource _interruption = new();

    public TemporaryFolder Folder { get; } = new();

    public StringWriter Output { get; } = new();

    public StringWriter Error { get; } = new();

    /// <summary>What the engines were made for: scenario and years.</summary>
    public List<(string Scenario, int Years)> Made { get; } = [];

    /// <summary>What each of them was to take its parameters from.</summary>
    public List<ParameterMode> Modes { get; } = [];

    /// <summary>Whether engines are compiled from the data that ship, to see what is refused there; otherwise they are no model at all.</summary>
    public bool Compiles { get; set; }

    /// <summary>Whether the engine measures schools as well.</summary>
    public bool HasSchools { get; set; }

    /// <summary>Called by strategies before each replication.</summary>
    public Action<uint>? Before { get; set; }

    public bool Debug { get; set; }

    /// <summary>The data folder; the test's own where nothing else is said.</summary>
    public string? Data { get; set; }

    /// <summary>What levers may change.</summary>
    public Func<LeverCatalogue> Levers { get; set; } = () => RealLevers.Catalogue;

    public string Out => Folder.In("out");

    public int Run(params string[] args)
    {
        Output.GetStringBuilder().Clear();
        Error.GetStringBuilder().Clear();
        return KentCommand.Run(args, Host(), _interruption.Token);
    }

    /// <summary>Runs with the folder for the results set.</summary>
    public int RunInto(params string[] args) => Run(["run", "--out", Out, .. args]);

    public void Interrupt() => _interruption.Cancel();

    public void Dispose()
    {
        _interruption.Dispose();
        Folder.Dispose();
        Output.Dispose();
        Error.Dispose();
    }

    private CommandHost Host() => new()
    {
        Output = Output,
        Error = Error,
        CreateEngine = (Scenario scenario, int years, ParameterMode parameters) =>
        {
            Made.Add((scenario.Name, years));
            Modes.Add(parameters);
            if (Compiles)
            {
                return EngineCompiler.OfProgram.Create(scenario, years, parameters);
            }

            long effect = scenario.Levers.Count * 50;
            return _ => HasSchools ? FakeEngine.WithDeficits(effect) : new FakeEngine { Effect = effect, Before = effect > 0 ? Before : null };
        },
        Levers = () => Levers(),
        Evidence = () => EvidenceLibrary.Load(DataFolder.Locate()),
        RangedAssumptions = () => 486,
        ScenarioDirectory = Path.Combine(AppContext.BaseDirectory, "scenarios"),
        DataDirectory = Data ?? Folder.In("data"),
        CurrentDirectory = Folder.Path,
        Debug = Debug,
    };
}
