namespace KentSufficiency.Benchmarks.Running;

/// <summary>Marks a class whose operations take milliseconds or more: each iteration is one operation, and no time is spent on finding out how many there should be.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LongRunningAttribute : Attribute
{
    /// <summary>Iterations that are thrown away.</summary>
    public int Warmups { get; set; } = 2;

    /// <summary>Iterations that count.</summary>
    public int Iterations { get; set; } = 10;
}
