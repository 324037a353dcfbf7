using System.Text.Json.Nodes;

namespace KentSufficiency.Scenarios.Report;

/// <summary>The chart of a forecast from an earlier day and what came.</summary>
internal static class PastChart
{
    /// <summary>The Vega-Lite specification.</summary>
    public static JsonObject Spec(IReadOnlyList<PastPoint> fan, (DateOnly Date, double Value)[] truth, string description)
    {
        JsonObject spec = ChartSpecs.Parse("""
            {
              "height": 200,
              "encoding": { "x": { "field": "date", "type": "temporal", "scale": { "type": "utc" }, "axis": { "title": null, "format": "%Y", "tickCount": "year", "labelAlign": "left", "grid": true } } },
              "layer": [
                { "mark": { "type": "area", "color": "#56B4E9", "opacity": 0.3 }, "encoding": { "y": { "field": "p10", "type": "quantitative", "scale": { "zero": false }, "axis": { "title": null, "tickCount": 5 } }, "y2": { "field": "p90" } } },
                { "mark": { "type": "area", "color": "#56B4E9", "opacity": 0.55 }, "encoding": { "y": { "field": "p25", "type": "quantitative" }, "y2": { "field": "p75" } } },
                { "mark": { "type": "line", "color": "#0072B2", "strokeWidth": 2.2 }, "encoding": { "y": { "field": "p50", "type": "quantitative" } } },
                { "mark": { "type": "point", "filled": true, "size": 55, "color": "#222", "opacity": 1 }, "encoding": { "y": { "field": "observed", "type": "quantitative" } } }
              ]
            }
            """);
        spec["data"] = ChartSpecs.Values(fan.Select(point => new JsonObject
        {
            ["date"] = ChartSpecs.Time(point.Date),
            ["p10"] = Math.Round(point.P10, 1),
            ["p25"] = Math.Round(point.P25, 1),
            ["p50"] = Math.Round(point.P50, 1),
            ["p75"] = Math.Round(point.P75, 1),
            ["p90"] = Math.Round(point.P90, 1),
        }));
        ((JsonObject)spec["layer"]![3]!)["data"] = ChartSpecs.Values(truth.Select(seen => new JsonObject { ["date"] = ChartSpecs.Time(seen.Date), ["observed"] = seen.Value }));
        spec["title"] = null;
        spec["description"] = description;
        return spec;
    }
}
