using System.Xml.Linq;

namespace KentSufficiency.EndToEndTests;

/// <summary>A project file, as it is written: imports and conditions are not evaluated.</summary>
internal sealed class Project
{
    private const string OnlyWithOrleans = "'$(WithOrleans)' == 'true'";

    private readonly XDocument _content;

    private Project(string file) => (File, _content) = (file, XDocument.Load(file));

    public string File { get; }

    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The projects it refers to, under whatever condition.</summary>
    public IReadOnlyList<Project> References => [.. Included("ProjectReference").Select(Referred)];

    /// <summary>The packages it refers to, under whatever condition.</summary>
    public IReadOnlyList<string> Packages => [.. Included("PackageReference").Select(NameOf)];

    /// <summary>Whether it, or anything below it, asks for a package of Orleans even where there is none.</summary>
    public bool NeedsOrleans =>
        Included("PackageReference").Where(IsUnconditional).Any(item => NameOf(item).StartsWith("Microsoft.Orleans.", StringComparison.Ordinal))
        || Included("ProjectReference").Where(IsUnconditional).Any(item => Referred(item).NeedsOrleans);

    public static Project Load(string file) => new(file);

    public static IEnumerable<Project> Under(string folder) =>
        Directory.GetFiles(Repository.PathTo(folder), "*.csproj", SearchOption.AllDirectories).Select(Load);

    private static string NameOf(XElement item) => (string)item.Attribute("Include")!;

    private static bool IsUnconditional(XElement item) =>
        !item.AncestorsAndSelf().Any(element => (string?)element.Attribute("Condition") == OnlyWithOrleans);

    private Project Referred(XElement item) => Load(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(File)!, NameOf(item).Replace('\\', '/'))));

    private IEnumerable<XElement> Included(string item) => _content.Descendants(item);
}
