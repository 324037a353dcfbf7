using System.Text.Json.Nodes;
using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>A row of a chart of bars: the cohort weighted and as it is, and the other.</summary>
internal readonly record struct BarRow(string Name, double Weighted, double AsItIs, double Other);

/// <summary>A cell of a heat map.</summary>
internal readonly record struct HeatCell(string Name, string Column, double Colour, string Text);

/// <summary>The Vega-Lite specifications of the page. Nothing is told by colour alone.</summary>
internal static class FidelityCharts
{
    private const int RowHeight = 34;
    private const int CellHeight = 26;

    private static readonly string[] s_lines = ["#222222", "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7"];
    private static readonly int[][] s_dashes = [[1, 0], [1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [10, 4]];

    /// <summary>Two bars for each row, the cohort above the other, and a ring for the cohort as it is.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cohort">What the upper bars are.</param>
    /// <param name="other">What the lower bars are.</param>
    /// <param name="format">How the axis writes numbers.</param>
    /// <param name="rings">Whether the cohort as it is differs.</param>
    public static JsonObject Bars(IReadOnlyList<BarRow> rows, string cohort, string other, string format, bool rings)
    {
        JsonObject spec = ChartSpecs.Parse("""
            {
              "encoding": { "y": { "field": "name", "type": "nominal", "sort": null, "scale": { "paddingInner": 0.25 }, "axis": { "title": null, "ticks": false, "domain": false } } },
              "layer": [
                { "mark": { "type": "bar" }, "encoding": {
                  "yOffset": { "field": "who", "type": "nominal", "sort": null },
                  "x": { "field": "value", "type": "quantitative", "axis": { "title": null, "tickCount": 5 } },
                  "color": { "field": "who", "type": "nominal", "sort": null, "scale": { "range": ["#0072B2", "#E69F00"] }, "legend": { "title": null, "orient": "top", "direction": "horizontal", "symbolType": "square" } } } }
              ]
            }
            """);
        spec["height"] = Math.Max(70, RowHeight * rows.Count);
        bool alone = rows.All(row => double.IsNaN(row.Other));
        spec["data"] = ChartSpecs.Values(rows.SelectMany(row => alone
            ? [Bar(row.Name, cohort, row.Weighted, row.AsItIs)]
            : new[] { Bar(row.Name, cohort, row.Weighted, row.AsItIs), Bar(row.Name, other, row.Other, double.NaN) }));
        if (alone)
        {
            ((JsonObject)spec["layer"]![0]!["encoding"]!["color"]!)["legend"] = null;
        }

        spec["layer"]![0]!["encoding"]!["x"]!["axis"]!["format"] = format;
        if (rings)
        {
            ((JsonArray)spec["layer"]!).Add(JsonNode.Parse("""
                {
                  "mark": { "type": "point", "shape": "circle", "size": 55, "filled": false, "stroke": "#222", "strokeWidth": 1.6, "opacity": 1 },
                  "encoding": { "yOffset": { "field": "who", "type": "nominal", "sort": null }, "x": { "field": "ring", "type": "quantitative" } }
                }
                """));
        }

        return spec;
    }

    /// <summary>Curves of steps; the first is the heaviest.</summary>
    public static JsonObject Curves(IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> curves, string unit)
    {
        JsonObject spec = ChartSpecs.Parse("""
            {
              "height": 300,
              "mark": { "type": "line", "interpolate": "step-after", "strokeWidth": 2 },
              "encoding": {
                "x": { "field": "x", "type": "quantitative", "axis": { "tickCount": 8, "grid": true } },
                "y": { "field": "y", "type": "quantitative", "scale": { "domain": [0, 1] }, "axis": { "title": null, "format": "%", "tickCount": 5 } },
                "color": { "field": "curve", "type": "nominal", "scale": {}, "legend": { "title": null, "orient": "bottom", "columns": 3, "symbolType": "stroke", "symbolSize": 500 } },
                "strokeDash": { "field": "curve", "type": "nominal", "scale": {} }
              }
            }
            """);
        spec["data"] = ChartSpecs.Values(curves.SelectMany(curve => curve.Points.Select(point => new JsonObject
        {
            ["curve"] = curve.Name,
            ["x"] = Math.Round(point.X, 3),
            ["y"] = Math.Round(point.Y, 4),
        })));
        spec["encoding"]!["x"]!["axis"]!["title"] = unit;
        JsonArray domain() => new([.. curves.Select(curve => (JsonNode)JsonValue.Create(curve.Name)!)]);
        spec["encoding"]!["color"]!["scale"] = new JsonObject
        {
            ["domain"] = domain(),
            ["range"] = new JsonArray([.. curves.Index().Select(curve => (JsonNode)JsonValue.Create(s_lines[curve.Index % s_lines.Length])!)]),
        };
        spec["encoding"]!["strokeDash"]!["scale"] = new JsonObject
        {
            ["domain"] = domain(),
            ["range"] = new JsonArray([.. curves.Index().Select(curve => (JsonNode)new JsonArray([.. s_dashes[curve.Index % s_dashes.Length].Select(dash => (JsonNode)JsonValue.Create(dash))]))]),
        };
        return spec;
    }

    /// <summary>A table of coloured cells with their numbers.</summary>
    /// <param name="cells">The cells; rows and columns in the order in which they come first.</param>
    /// <param name="columns">The columns in their order.</param>
    /// <param name="diverging">Whether the colour tells less (orange) or more (blue) than nothing, up to this; null for from white to blue.</param>
    public static JsonObject Heat(IReadOnlyList<HeatCell> cells, IReadOnlyList<string> columns, double? diverging)
    {
        JsonObject spec = ChartSpecs.Parse("""
            {
              "encoding": {
                "y": { "field": "name", "type": "nominal", "sort": null, "axis": { "title": null, "ticks": false, "domain": false } },
                "x": { "field": "column", "type": "nominal", "axis": { "title": null, "orient": "top", "ticks": false, "domain": false, "labelAngle": 0, "labelLimit": 130, "labelPadding": 30, "labelLineHeight": 12 } }
              },
              "layer": [
                { "mark": { "type": "rect", "stroke": "#fff", "strokeWidth": 1.5 }, "encoding": { "color": { "field": "colour", "type": "quantitative", "scale": {}, "legend": null } } },
                { "mark": { "type": "text", "fontSize": 11 }, "encoding": { "text": { "field": "text", "type": "nominal" } } }
              ]
            }
            """);
        spec["height"] = Math.Max(80, CellHeight * cells.Select(cell => cell.Name).Distinct().Count());
        spec["data"] = ChartSpecs.Values(cells.Select(cell => new JsonObject
        {
            ["name"] = cell.Name,
            ["column"] = cell.Column,
            ["colour"] = Math.Round(cell.Colour, 4),
            ["text"] = cell.Text,
        }));
        spec["encoding"]!["x"]!["sort"] = new JsonArray([.. columns.Select(column => (JsonNode)JsonValue.Create(column)!)]);
        spec["encoding"]!["x"]!["axis"]!["labelExpr"] = "split(datum.label, ' ')";
        spec["layer"]![0]!["encoding"]!["color"]!["scale"] = diverging is double most
            ? new JsonObject { ["domain"] = new JsonArray(-most, 0, most), ["range"] = new JsonArray("#F2A65A", "#F7F7F7", "#6BAED6"), ["clamp"] = true }
            : new JsonObject { ["domain"] = new JsonArray(0, 1), ["range"] = new JsonArray("#F7FBFF", "#6BAED6") };
        return spec;
    }

    private static JsonObject Bar(string name, string who, double value, double ring) => new() { ["name"] = name, ["who"] = who, ["value"] = Number(value), ["ring"] = Number(ring) };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, 4)) : null;
}
