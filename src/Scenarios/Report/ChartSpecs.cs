using System.Text.Json.Nodes;

namespace KentSufficiency.Scenarios.Report;

/// <summary>
/// The Vega-Lite specifications. Colours are those of Okabe and Ito, told apart by colour-blind readers; no chart tells anything by colour
/// alone. Widths are set by the page.
/// </summary>
internal static class ChartSpecs
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <summary>Blue, orange, green, yellow, vermilion, sky, purple, grey.</summary>
    private static readonly string[] s_colours = ["#0072B2", "#E69F00", "#009E73", "#F0E442", "#D55E00", "#56B4E9", "#CC79A7", "#8C8C8C", "#444444"];

    /// <summary>The spread of the baseline by month, and the median of a strategy that the reader chooses.</summary>
    public static JsonObject Fan(IReadOnlyList<SeriesPoint> points, string title, int decimals, IEnumerable<(string Scenario, IReadOnlyList<SeriesPoint> Points)> strategies, double? target = null)
    {
        JsonObject spec = Parse("""
            {
              "height": 200,
              "encoding": { "x": { "field": "date", "type": "temporal", "scale": { "type": "utc" }, "axis": { "title": null, "format": "%Y", "tickCount": "year", "labelAlign": "left", "grid": true } } },
              "layer": [
                { "mark": { "type": "area", "color": "#56B4E9", "opacity": 0.3 }, "encoding": { "y": { "field": "p05", "type": "quantitative", "scale": { "zero": false }, "axis": { "title": null, "tickCount": 5 } }, "y2": { "field": "p95" } } },
                { "mark": { "type": "area", "color": "#56B4E9", "opacity": 0.55 }, "encoding": { "y": { "field": "p25", "type": "quantitative" }, "y2": { "field": "p75" } } },
                { "mark": { "type": "line", "color": "#0072B2", "strokeWidth": 2.2 }, "encoding": { "y": { "field": "p50", "type": "quantitative" } } },
                { "data": { "name": "beside", "values": [] }, "mark": { "type": "line", "color": "#B34700", "strokeWidth": 2.2, "strokeDash": [6, 3] }, "encoding": { "y": { "field": "value", "type": "quantitative" } } }
              ]
            }
            """);
        spec["data"] = Values(points.Where(point => !double.IsNaN(point.P50)).Select(point => new JsonObject
        {
            ["date"] = Time(point.Date),
            ["p05"] = Round(point.P05, decimals),
            ["p25"] = Round(point.P25, decimals),
            ["p50"] = Round(point.P50, decimals),
            ["p75"] = Round(point.P75, decimals),
            ["p95"] = Round(point.P95, decimals),
        }));
        var lines = new JsonObject();
        foreach ((string scenario, IReadOnlyList<SeriesPoint> line) in strategies)
        {
            lines[scenario] = new JsonArray([.. line.Select(point => double.IsNaN(point.P50) ? null : (JsonNode)JsonValue.Create(Math.Round(point.P50, decimals)))]);
        }

        spec["usermeta"] = new JsonObject
        {
            ["lines"] = new JsonObject
            {
                ["dates"] = new JsonArray([.. points.Select(point => (JsonNode)JsonValue.Create(Time(point.Date)))]),
                ["values"] = lines,
            },
        };
        if (target is double aim)
        {
            ((JsonArray)spec["layer"]!).Add(Level(aim));
        }

        spec["title"] = null;
        spec["description"] = title;
        return spec;
    }

    /// <summary>A level line across a chart, dotted and named, since the fan and the strategy have lines of their own.</summary>
    private static JsonObject Level(double value) => new()
    {
        ["data"] = Values([new JsonObject { ["target"] = value, ["name"] = "target" }]),
        ["encoding"] = JsonNode.Parse("""{ "x": null, "y": { "field": "target", "type": "quantitative" } }"""),
        ["layer"] = JsonNode.Parse("""
            [
              { "mark": { "type": "rule", "color": "#444", "strokeWidth": 1.3, "strokeDash": [2, 3] } },
              { "mark": { "type": "text", "align": "left", "baseline": "bottom", "dx": 3, "dy": -2, "x": 0, "color": "#444" }, "encoding": { "text": { "field": "name" } } }
            ]
            """),
    };

    /// <summary>Parts of a whole by month, one above the other.</summary>
    public static JsonObject Stack(IReadOnlyList<(string Part, IReadOnlyList<(DateOnly Date, double Value)> Points)> parts, string unit)
    {
        JsonObject spec = Parse("""
            {
              "height": 300,
              "mark": { "type": "area", "stroke": "#fff", "strokeWidth": 0.8, "opacity": 0.95 },
              "encoding": {
                "x": { "field": "date", "type": "temporal", "scale": { "type": "utc" }, "axis": { "title": null, "format": "%Y", "tickCount": "year", "labelAlign": "left" } },
                "y": { "field": "value", "type": "quantitative", "stack": "zero", "axis": { "tickCount": 6 } },
                "order": { "field": "order", "type": "quantitative", "sort": "descending" },
                "color": { "field": "part", "type": "nominal", "scale": {}, "legend": { "title": null, "orient": "bottom", "direction": "horizontal", "columns": 2, "symbolType": "square" } }
              }
            }
            """);
        spec["data"] = Values(parts.Index().SelectMany(part => part.Item.Points.Select(point => new JsonObject
        {
            ["date"] = Time(point.Date),
            ["part"] = part.Item.Part,
            ["order"] = part.Index,
            ["value"] = Math.Round(point.Value, 1),
        })));
        spec["encoding"]!["y"]!["axis"]!["title"] = unit;
        spec["encoding"]!["color"]!["scale"] = new JsonObject
        {
            ["domain"] = Strings(parts.Select(part => part.Part)),
            ["range"] = Strings(parts.Index().Select(part => s_colours[part.Index % s_colours.Length])),
        };
        return spec;
    }

    /// <summary>Bars with the spread of each.</summary>
    public static JsonObject Bars(IReadOnlyList<(string Name, SeriesPoint Value)> bars, string unit)
    {
        JsonObject spec = Parse("""
            {
              "encoding": { "y": { "field": "name", "type": "nominal", "sort": null, "axis": { "title": null, "ticks": false, "domain": false } } },
              "layer": [
                { "mark": { "type": "bar", "color": "#56B4E9", "height": { "band": 0.7 } }, "encoding": { "x": { "field": "mean", "type": "quantitative", "axis": { "tickCount": 5 } } } },
                { "mark": { "type": "rule", "color": "#222", "strokeWidth": 1.5 }, "encoding": { "x": { "field": "p05", "type": "quantitative" }, "x2": { "field": "p95" } } }
              ]
            }
            """);
        spec["height"] = Math.Max(60, 24 * bars.Count);
        spec["data"] = Values(bars.Select(bar => new JsonObject
        {
            ["name"] = bar.Name,
            ["mean"] = Math.Round(bar.Value.Mean, 1),
            ["p05"] = Round(bar.Value.P05, 1),
            ["p95"] = Round(bar.Value.P95, 1),
        }));
        spec["layer"]![0]!["encoding"]!["x"]!["axis"]!["title"] = unit;
        return spec;
    }

    /// <summary>Differences with their intervals, a line each.</summary>
    public static JsonObject Whiskers(IReadOnlyList<(string Name, Estimate Value, Verdict Verdict)> rows, string unit)
    {
        JsonObject spec = Parse("""
            {
              "encoding": { "y": { "field": "name", "type": "nominal", "sort": null, "axis": { "title": null, "ticks": false, "domain": false, "grid": true } } },
              "layer": [
                { "mark": { "type": "rule", "color": "#777", "strokeWidth": 1 }, "data": { "values": [ { "zero": 0 } ] }, "encoding": { "x": { "field": "zero", "type": "quantitative" }, "y": null } },
                { "mark": { "type": "rule", "strokeWidth": 2.5 }, "encoding": { "x": { "field": "low", "type": "quantitative", "axis": { "tickCount": 7 } }, "x2": { "field": "high" }, "color": { "field": "verdict", "type": "nominal", "scale": {}, "legend": { "title": null, "orient": "top" } } } },
                { "mark": { "type": "point", "size": 80, "filled": true, "opacity": 1 }, "encoding": { "x": { "field": "mean", "type": "quantitative" }, "color": { "field": "verdict", "type": "nominal", "legend": { "title": null, "orient": "top" } }, "shape": { "field": "verdict", "type": "nominal", "scale": {}, "legend": { "title": null, "orient": "top" } } } }
              ]
            }
            """);
        spec["height"] = Math.Max(60, 26 * rows.Count);
        spec["data"] = Values(rows.Select(row => new JsonObject
        {
            ["name"] = row.Name,
            ["mean"] = Round(row.Value.Mean, 2),
            ["low"] = Round(row.Value.Low, 2),
            ["high"] = Round(row.Value.High, 2),
            ["verdict"] = ChangeWords.Of(row.Verdict),
        }));
        Verdict[] verdicts = [.. Enum.GetValues<Verdict>().Where(verdict => rows.Any(row => row.Verdict == verdict))];
        JsonArray domain() => Strings(verdicts.Select(ChangeWords.Of));
        spec["layer"]![1]!["encoding"]!["x"]!["axis"]!["title"] = unit;
        spec["layer"]![1]!["encoding"]!["color"]!["scale"] = new JsonObject { ["domain"] = domain(), ["range"] = Strings(verdicts.Select(ColourOf)) };
        spec["layer"]![2]!["encoding"]!["shape"]!["scale"] = new JsonObject { ["domain"] = domain(), ["range"] = Strings(verdicts.Select(ShapeOf)) };
        return spec;
    }

    /// <summary>What each of some assumptions changes at the low and at the high end of its range: a bar to either side, told apart by letters too.</summary>
    public static JsonObject Tornado(IReadOnlyList<(string Name, double AtLow, double AtHigh)> rows, string unit, int decimals)
    {
        JsonObject spec = Parse("""
            {
              "encoding": { "y": { "field": "name", "type": "nominal", "sort": null, "axis": { "title": null, "ticks": false, "domain": false } } },
              "layer": [
                { "mark": { "type": "bar", "height": { "band": 0.7 } }, "encoding": { "x": { "field": "low", "type": "quantitative", "stack": null, "axis": { "tickCount": 6 } }, "color": { "datum": "L: at its low", "type": "nominal", "scale": { "domain": ["L: at its low", "H: at its high"], "range": ["#56B4E9", "#E69F00"] }, "legend": { "title": null, "orient": "top" } } } },
                { "mark": { "type": "bar", "height": { "band": 0.7 } }, "encoding": { "x": { "field": "high", "type": "quantitative", "stack": null }, "color": { "datum": "H: at its high", "type": "nominal" } } },
                { "mark": { "type": "text", "dx": { "expr": "datum.low < 0 ? -8 : 8" } }, "encoding": { "x": { "field": "low", "type": "quantitative" }, "text": { "value": "L" } } },
                { "mark": { "type": "text", "dx": { "expr": "datum.high < 0 ? -8 : 8" } }, "encoding": { "x": { "field": "high", "type": "quantitative" }, "text": { "value": "H" } } },
                { "mark": { "type": "rule", "color": "#444", "strokeWidth": 1 }, "data": { "values": [ { "zero": 0 } ] }, "encoding": { "x": { "field": "zero", "type": "quantitative" }, "y": null } }
              ]
            }
            """);
        spec["height"] = Math.Max(60, 26 * rows.Count);
        spec["data"] = Values(rows.Select(row => new JsonObject
        {
            ["name"] = row.Name,
            ["low"] = Round(row.AtLow, decimals),
            ["high"] = Round(row.AtHigh, decimals),
        }));
        spec["layer"]![0]!["encoding"]!["x"]!["axis"]!["title"] = unit;
        return spec;
    }

    /// <summary>Strategies by what they cost and what they change, each with both intervals and the number of its row.</summary>
    public static JsonObject Scatter(IReadOnlyList<(string Label, Estimate Cost, Estimate Change)> points, string costTitle, string changeTitle)
    {
        JsonObject spec = Parse("""
            {
              "height": 360,
              "layer": [
                { "mark": { "type": "rule", "color": "#999" }, "data": { "values": [ { "zero": 0 } ] }, "encoding": { "x": { "field": "zero", "type": "quantitative" } } },
                { "mark": { "type": "rule", "color": "#999" }, "data": { "values": [ { "zero": 0 } ] }, "encoding": { "y": { "field": "zero", "type": "quantitative" } } },
                { "mark": { "type": "rule", "color": "#0072B2", "opacity": 0.45, "strokeWidth": 1.5 }, "encoding": { "x": { "field": "costLow", "type": "quantitative" }, "x2": { "field": "costHigh" }, "y": { "field": "change", "type": "quantitative" } } },
                { "mark": { "type": "rule", "color": "#0072B2", "opacity": 0.45, "strokeWidth": 1.5 }, "encoding": { "x": { "field": "cost", "type": "quantitative" }, "y": { "field": "low", "type": "quantitative" }, "y2": { "field": "high" } } },
                { "mark": { "type": "point", "filled": true, "size": 320, "color": "#0072B2", "opacity": 1, "stroke": "#fff" }, "encoding": { "x": { "field": "cost", "type": "quantitative", "axis": { "tickCount": 6 } }, "y": { "field": "change", "type": "quantitative", "axis": { "tickCount": 7 } } } },
                { "mark": { "type": "text", "color": "#fff", "fontSize": 11, "fontWeight": "bold" }, "encoding": { "x": { "field": "cost", "type": "quantitative" }, "y": { "field": "change", "type": "quantitative" }, "text": { "field": "label" } } }
              ]
            }
            """);
        const double million = 1e6;
        spec["data"] = Values(points.Select(point => new JsonObject
        {
            ["label"] = point.Label,
            ["cost"] = Round(point.Cost.Mean / million, 3),
            ["costLow"] = Round(point.Cost.Low / million, 3),
            ["costHigh"] = Round(point.Cost.High / million, 3),
            ["change"] = Round(point.Change.Mean, 2),
            ["low"] = Round(point.Change.Low, 2),
            ["high"] = Round(point.Change.High, 2),
        }));
        spec["layer"]![4]!["encoding"]!["x"]!["axis"]!["title"] = costTitle;
        spec["layer"]![4]!["encoding"]!["y"]!["axis"]!["title"] = changeTitle;
        return spec;
    }

    internal static JsonObject Parse(string json)
    {
        var spec = (JsonObject)JsonNode.Parse(json)!;
        spec["$schema"] = Schema;
        return spec;
    }

    internal static JsonObject Values(IEnumerable<JsonObject> rows) => new() { ["values"] = new JsonArray([.. rows]) };

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text)!)]);

    private static JsonValue? Round(double value, int decimals) => double.IsNaN(value) ? null : JsonValue.Create(Math.Round(value, decimals));

    internal static long Time(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static string ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.Better => "#00735C",
        Verdict.Worse => "#B34700",
        Verdict.Changed => "#0072B2",
        _ => "#6B6B6B",
    };

    private static string ShapeOf(Verdict verdict) => verdict switch
    {
        Verdict.Better => "triangle-up",
        Verdict.Worse => "triangle-down",
        Verdict.Changed => "diamond",
        _ => "circle",
    };
}
