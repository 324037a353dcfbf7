namespace KentSufficiency.SiloTests.PostgreSql;

/// <summary>A test that starts a real PostgreSQL; skipped, with the reason, where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.WhyNot;
}
