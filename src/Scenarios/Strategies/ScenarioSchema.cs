using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>
/// The JSON Schema of a scenario file, generated from <see cref="ScenarioShape"/> and the levers, so that editors complete and check while
/// somebody types. The reader is stricter: it also checks dates, names and what the values come to.
/// </summary>
public static class ScenarioSchema
{
    /// <summary>The file beside the shipped scenarios.</summary>
    public const string FileName = "scenario.schema.json";

    private const int MostMonths = LeverEntry.MostRampMonths;

    private static readonly JsonSerializerOptions s_shape = new()
    {
        PropertyNamingPolicy = ScenarioKeys.Naming,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(ScenarioKeys.Naming) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSerializerOptions s_layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text; the same levers give the same text.</summary>
    /// <param name="levers">The levers, whose names editors complete.</param>
    public static string Text(LeverCatalogue levers)
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        JsonObject generated = s_shape.GetJsonSchemaAsNode(typeof(ScenarioShape), exporter).AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "A scenario of KentSufficiency",
        };
        foreach ((string key, JsonNode? value) in generated)
        {
            schema[key] = value?.DeepClone();
        }

        schema["oneOf"] = OneOf("start", "extends");
        JsonObject item = schema["properties"]!["levers"]!["items"]!.AsObject();
        item["oneOf"] = OneOf("set", "scale", "add");
        Name(item["properties"]!["lever"]!.AsObject(), levers);
        JsonObject school = schema["properties"]!["schools"]!["items"]!["properties"]!.AsObject();
        OneOfWords(school["programme"]!, SchoolEntry.Programmes);
        OneOfWords(school["stage"]!, SchemeStages.Words);
        OneOfWords(school["new"]!["properties"]!["phase"]!, NewSchoolEntry.Phases);
        OneOfWords(schema["properties"]!["covers"]!, ScenarioCoverages.Words);
        schema["properties"]!["costs"]!["items"]!.AsObject()["oneOf"] = OneOf("once", "a-year");
        return schema.ToJsonString(s_layout) + "\n";
    }

    /// <summary>Adds what a type does not say: the description of a key, and limits.</summary>
    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        // A key is there with a value or it is not there: nothing is null, and what is left out has no value of its own.
        schema.Remove("default");
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.First(type => type!.GetValue<string>() != "null")!.DeepClone();
        }

        if (context.PropertyInfo?.AttributeProvider is not MemberInfo member)
        {
            return schema;
        }

        if (member.GetCustomAttribute<DescriptionAttribute>() is { } text)
        {
            schema["description"] = text.Description;
        }

        (int? least, int? most) = (member.DeclaringType!.Name, member.Name) switch
        {
            (nameof(LeverShape), nameof(LeverShape.Scale)) => (0, (int?)null),
            (nameof(RampShape), nameof(RampShape.Months)) => (1, MostMonths),
            (nameof(RunShape), nameof(RunShape.LeadInDays)) => (0, ScenarioFile.MostLeadInDays),
            (nameof(RunShape), nameof(RunShape.Years)) => (1, ScenarioFile.MostYears),
            _ => ((int?)null, (int?)null),
        };
        Set(schema, "minimum", least);
        Set(schema, "maximum", most);
        return schema;
    }

    /// <summary>
    /// An enumeration with <c>enumDescriptions</c>, which editors show beside each name; with a list of alternatives instead they would
    /// complain about a wrong name once for each lever.
    /// </summary>
    private static void Name(JsonObject lever, LeverCatalogue levers)
    {
        lever["enum"] = new JsonArray([.. levers.Ids.Select(id => JsonValue.Create(id))]);
        lever["enumDescriptions"] = new JsonArray([.. levers.Ids.Select(id => JsonValue.Create(Summary(levers[id])))]);
    }

    private static void OneOfWords(JsonNode property, IEnumerable<string> words) =>
        property.AsObject()["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]);

    private static string Summary(Lever lever)
    {
        string range = lever.Range is (double low, double high) ? $", range {low:#,0.#####} to {high:#,0.#####}" : "";
        string title = lever.IsNamed ? $"{lever.Title}. " : "";
        return $"{title}{lever.Meaning.TrimEnd('.')}. Baseline {lever.Default:#,0.#####} {lever.Unit}{range}.";
    }

    private static JsonArray OneOf(params string[] keys) =>
        new([.. keys.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray(JsonValue.Create(key)) })]);

    private static void Set(JsonObject schema, string key, int? value)
    {
        if (value is int number)
        {
            schema[key] = number;
        }
    }
}
