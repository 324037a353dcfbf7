using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KentSufficiency.Scenarios.Report;

/// <summary>Writes HTML: what comes from data is always escaped, what is markup is a constant of the code.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(1 << 20);

    /// <summary>Writes markup as it is.</summary>
    public HtmlText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Writes text, escaped.</summary>
    public HtmlText Text(string text)
    {
        _text.Append(s_encoder.Encode(text));
        return this;
    }

    /// <summary>Writes an element with text in it.</summary>
    /// <param name="tag">Its name and constant attributes.</param>
    /// <param name="text">Its text.</param>
    public HtmlText Element(string tag, string text)
    {
        _text.Append('<').Append(tag).Append('>');
        Text(text);
        int end = tag.IndexOf(' ', StringComparison.Ordinal);
        _text.Append("</").Append(end < 0 ? tag : tag.AsSpan(0, end)).Append('>');
        return this;
    }

    /// <summary>Writes an attribute, its value escaped.</summary>
    public HtmlText Attribute(string name, string value)
    {
        _text.Append(' ').Append(name).Append("=\"");
        Text(value);
        _text.Append('"');
        return this;
    }

    /// <summary>Ends a line, so that a text tool can look at the file.</summary>
    public HtmlText Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
