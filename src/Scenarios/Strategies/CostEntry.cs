using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>One item of <c>costs</c> as written: its dates may still lean on the start of the scenario.</summary>
internal sealed class CostEntry
{
    private const string Once = "once";
    private const string AYear = "a-year";

    private static readonly string[] s_keys = ScenarioKeys.Of<CostShape>();

    private readonly YamlFields _fields;
    private readonly bool _everyYear;
    private readonly string _what;
    private readonly double _pounds;
    private readonly DateOnly? _from;
    private readonly DateOnly? _to;
    private readonly string _source;
    private readonly string _page;

    private CostEntry(string file, string path, YamlNode node)
    {
        _fields = YamlFields.Open(file, path, node, s_keys);
        _what = _fields.Text("what");
        _everyYear = _fields.Has(AYear);
        if (_everyYear == _fields.Has(Once))
        {
            throw _fields.Refuse(_everyYear ? AYear : Once, $"must be the only one of once and a-year; found {(_everyYear ? "both" : "none")}");
        }

        _pounds = _fields.Number(_everyYear ? AYear : Once, double.NegativeInfinity);
        string[] others = _everyYear ? ["on"] : ["from", "to"];
        if (others.FirstOrDefault(_fields.Has) is string stray)
        {
            throw _fields.Refuse(stray, _everyYear ? "belongs to a one-off; an amount a year has 'from' and 'to'" : "belongs to an amount a year; a one-off has 'on'");
        }

        _from = _fields.OptionalDate(_everyYear ? "from" : "on");
        _to = _fields.OptionalDate("to");
        if (_to < _from)
        {
            throw _fields.Refuse("to", $"must not be before 'from' ({_from:yyyy-MM-dd}); found {_to:yyyy-MM-dd}");
        }

        _source = _fields.Text("source");
        _page = _fields.OptionalText("page") ?? "-";
    }

    /// <summary>Reads one item.</summary>
    public static CostEntry Read(string file, int index, YamlNode node) => new(file, $"costs[{index}]", node);

    /// <summary>The cost, now that the start and the sources are known.</summary>
    /// <exception cref="ScenarioException">A date lies where it must not, or the source is unknown or lacks its page.</exception>
    public ScenarioCost Resolve(DateOnly start, SourceList sources)
    {
        foreach ((string key, DateOnly? date) in new[] { (_everyYear ? "from" : "on", _from), ("to", _to) })
        {
            if (date < start)
            {
                throw _fields.Refuse(key, $"must not be before the start of the scenario ({start:yyyy-MM-dd}); found {date:yyyy-MM-dd}");
            }

            if (date?.Year - start.Year > ScenarioFile.MostYears)
            {
                throw _fields.Refuse(key, $"is more than {ScenarioFile.MostYears:#,0} years after the start; found {date:yyyy-MM-dd}");
            }
        }

        if (!sources.TryGet(_source, out Source? source))
        {
            throw _fields.Refuse("source", $"must be in data/sources.csv; '{_source}' is not", NearestName.Of(_source, sources.All.Select(s => s.Id)));
        }

        return source.HasNoPages || _page != "-"
            ? new ScenarioCost(_what, _pounds, _everyYear, _from ?? start, _to, _source, _page)
            : throw _fields.Refuse("page", $"is missing; only a guess ('{Source.Judgement}') has none");
    }
}
