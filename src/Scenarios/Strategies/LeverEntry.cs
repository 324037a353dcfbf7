using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>One item of <c>levers</c> as written: its period may still lean on the start of the scenario.</summary>
internal sealed class LeverEntry
{
    /// <summary>The longest ramp: ten years.</summary>
    public const int MostRampMonths = 120;

    private static readonly string[] s_operations = ["set", "scale", "add", "odds"];
    private static readonly string[] s_keys = ScenarioKeys.Of<LeverShape>();
    private static readonly string[] s_rampKeys = ScenarioKeys.Of<RampShape>();

    private readonly string _operation;
    private readonly int _rampMonths;

    private LeverEntry(string file, string path, YamlNode node)
    {
        Fields = YamlFields.Open(file, path, node, s_keys);
        Lever = Fields.Text("lever");
        string[] given = [.. s_operations.Where(Fields.Has)];
        if (given.Length != 1)
        {
            string found = given.Length == 0 ? "none" : string.Join(" and ", given);
            throw Fields.Refuse(given.LastOrDefault("set"), $"must be the only one of set, scale, add and odds; found {found}");
        }

        _operation = given[0];
        Operation = Enum.Parse<LeverOperation>(_operation, ignoreCase: true);
        Value = Fields.Number(_operation, Operation is LeverOperation.Scale or LeverOperation.Odds ? 0 : double.NegativeInfinity);
        From = Fields.OptionalDate("from");
        To = Fields.OptionalDate("to");
        if (To < From)
        {
            throw Fields.Refuse("to", $"must not be before 'from' ({From:yyyy-MM-dd}); found {To:yyyy-MM-dd}");
        }

        if (Fields.Find("ramp") is YamlNode ramp)
        {
            YamlFields fields = YamlFields.Open(file, path + ".ramp", ramp, s_rampKeys);
            _rampMonths = fields.Whole("months", 1, MostRampMonths);
        }
    }

    /// <summary>The keys with their places.</summary>
    public YamlFields Fields { get; }

    /// <summary>The name of the lever or the id of the assumption.</summary>
    public string Lever { get; }

    /// <summary>What is done to its value.</summary>
    public LeverOperation Operation { get; }

    /// <summary>By how much.</summary>
    public double Value { get; }

    /// <summary>The first day, or null for the start.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day, or null for the horizon.</summary>
    public DateOnly? To { get; }

    /// <summary>Reads one item.</summary>
    public static LeverEntry Read(string file, int index, YamlNode node) => new(file, $"levers[{index}]", node);

    /// <summary>Whether two items turn the same lever on the same day.</summary>
    public bool Overlaps(LeverEntry other) => Lever == other.Lever
        && (From ?? DateOnly.MinValue) <= (other.To ?? DateOnly.MaxValue)
        && (other.From ?? DateOnly.MinValue) <= (To ?? DateOnly.MaxValue);

    /// <summary>Composes a refusal of the number given.</summary>
    public ScenarioException RefuseValue(string rule) => Fields.Refuse(_operation, rule);

    /// <summary>Where the number stands and what its key is called.</summary>
    public (ScenarioLocation Place, string Key) ValuePlace => Fields.PlaceOf(_operation);

    /// <summary>The setting, now that the start is known.</summary>
    /// <exception cref="ScenarioException">The lever is unknown, or a date lies where it must not.</exception>
    public LeverSetting Resolve(DateOnly start, LeverCatalogue levers)
    {
        if (!levers.TryGet(Lever, out Lever? lever))
        {
            string rule = $"must be the name of a lever or the id of an assumption; '{Lever}' is neither";
            throw Fields.Refuse("lever", rule, NearestName.Of(Lever, levers.Ids));
        }

        if (Operation == LeverOperation.Odds && lever.Unit != AssumptionRules.ShareUnit)
        {
            throw Fields.Refuse(_operation, $"is for shares only; {Lever} is counted in {lever.Unit}");
        }

        foreach ((string key, DateOnly? date) in new[] { ("from", From), ("to", To) })
        {
            if (date < start)
            {
                throw Fields.Refuse(key, $"must not be before the start of the scenario ({start:yyyy-MM-dd}); found {date:yyyy-MM-dd}");
            }

            if (date?.Year - start.Year > ScenarioFile.MostYears)
            {
                throw Fields.Refuse(key, $"is more than {ScenarioFile.MostYears:#,0} years after the start; found {date:yyyy-MM-dd}");
            }
        }

        var setting = new LeverSetting(Lever, Operation, Value, From ?? start, To, _rampMonths);
        return setting.CompleteFrom <= (To ?? DateOnly.MaxValue)
            ? setting
            : throw Fields.Refuse("ramp", $"is complete on {setting.CompleteFrom:yyyy-MM-dd}, after 'to' ({To:yyyy-MM-dd})");
    }
}
