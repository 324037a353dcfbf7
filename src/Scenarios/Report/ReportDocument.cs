using System.Text.Json.Nodes;

namespace KentSufficiency.Scenarios.Report;

/// <summary>What a report says, apart from how it looks: each renderer writes the same words and numbers.</summary>
/// <param name="Title">The title.</param>
/// <param name="Subtitle">A line about the run.</param>
/// <param name="Sections">The sections, the answer first.</param>
public sealed record ReportDocument(string Title, string Subtitle, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>What the foot of the page says of the people in it.</summary>
    public string People { get; init; } = "All people in it are synthetic.";
}

/// <summary>One section.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it holds.</param>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks);

/// <summary>A part of a section. All text in it is plain: renderers escape it.</summary>
public abstract record ReportBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text.</param>
public sealed record Paragraph(string Text) : ReportBlock;

/// <summary>Something the reader must not overlook.</summary>
/// <param name="Text">The text.</param>
public sealed record Notice(string Text) : ReportBlock;

/// <summary>Lines of a command, to be copied.</summary>
/// <param name="Text">The lines.</param>
public sealed record CommandLines(string Text) : ReportBlock;

/// <summary>A heading within a section.</summary>
/// <param name="Text">The heading.</param>
public sealed record Subheading(string Text) : ReportBlock;

/// <summary>A list of short texts with a title each.</summary>
/// <param name="Items">Title and text.</param>
public sealed record Points(IReadOnlyList<(string Title, string Text)> Items) : ReportBlock;

/// <summary>The few numbers that matter most.</summary>
/// <param name="Items">The numbers.</param>
public sealed record KeyFigures(IReadOnlyList<KeyFigure> Items) : ReportBlock;

/// <summary>One of them.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">At the horizon.</param>
/// <param name="Range">Its interval.</param>
/// <param name="Before">At the start, as a phrase.</param>
public sealed record KeyFigure(string Label, string Value, string Range, string Before);

/// <summary>What each strategy changes.</summary>
/// <param name="Items">A sentence for each.</param>
public sealed record Findings(IReadOnlyList<Finding> Items) : ReportBlock;

/// <summary>What one strategy changes.</summary>
/// <param name="Verdict">Better, worse or neither.</param>
/// <param name="Strategy">The strategy's title.</param>
/// <param name="Sentence">What it does to the measure that was asked about, and what it costs.</param>
/// <param name="Also">What else it changes clearly; empty where nothing.</param>
public sealed record Finding(Verdict Verdict, string Strategy, string Sentence, string Also);

/// <summary>Whether a change is for the better.</summary>
public enum Verdict
{
    /// <summary>The interval covers zero, or there is nothing to tell.</summary>
    NoClearChange,

    /// <summary>Clearly better.</summary>
    Better,

    /// <summary>Clearly worse.</summary>
    Worse,

    /// <summary>Clearly different, of a measure of which neither more nor less is good in itself.</summary>
    Changed,
}

/// <summary>A table.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns; the first names the rows.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Note">How to read it; empty for nothing.</param>
public sealed record TableBlock(
    string Id, string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows, string Note = "") : ReportBlock;

/// <summary>A column.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether its cells are numbers.</param>
public sealed record TableColumn(string Title, bool IsNumber = true);

/// <summary>A cell.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Anchor">The anchor it leads to, within the report; null for none.</param>
/// <param name="IsAnchor">Whether other cells lead to it by <paramref name="Anchor"/>.</param>
public sealed record TableCell(string Text, string? Anchor = null, bool IsAnchor = false)
{
    /// <summary>A plain cell.</summary>
    public static implicit operator TableCell(string text) => new(text);
}

/// <summary>What a reader opens when interested.</summary>
/// <param name="Summary">What is inside.</param>
/// <param name="Blocks">The blocks.</param>
public sealed record Folded(string Summary, IReadOnlyList<ReportBlock> Blocks) : ReportBlock;

/// <summary>Lets the reader choose the strategy that the fans show beside the baseline.</summary>
/// <param name="Options">Name and title of each.</param>
/// <param name="Chosen">The name chosen at first.</param>
public sealed record StrategyChooser(IReadOnlyList<(string Name, string Title)> Options, string Chosen) : ReportBlock;

/// <summary>Charts side by side where there is room.</summary>
/// <param name="Charts">The charts.</param>
public sealed record ChartGrid(IReadOnlyList<Chart> Charts) : ReportBlock;

/// <summary>A chart and its numbers.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it shows, for who does not see it.</param>
/// <param name="Spec">Its Vega-Lite specification.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Caption">How to read it; empty for nothing.</param>
public sealed record Chart(
    string Id, string Title, string Description, JsonObject Spec, IReadOnlyList<TableBlock> Numbers, string Caption = "") : ReportBlock;

/// <summary>Kent's districts as tiles, coloured by a share.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Tiles">The tiles.</param>
/// <param name="Legend">The classes, from the lightest to the darkest.</param>
/// <param name="ValueTitle">What the tiles' values are.</param>
/// <param name="DetailTitle">What their second lines are; empty where there are none.</param>
public sealed record TileMap(
    string Id, string Title, IReadOnlyList<MapTile> Tiles, IReadOnlyList<string> Legend, string ValueTitle = "Share", string DetailTitle = "Children") : ReportBlock;

/// <summary>Maps of one kind beside each other, with one legend for each kind of classes.</summary>
/// <param name="Maps">The maps.</param>
public sealed record MapGrid(IReadOnlyList<TileMap> Maps) : ReportBlock;

/// <summary>One tile.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Detail">A second line.</param>
/// <param name="Class">Its class, from 0.</param>
public sealed record MapTile(DistrictTile Place, string Value, string Detail, int Class);
