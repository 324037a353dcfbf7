using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KentSufficiency.SiloTests.Hosting;

public sealed class SecretTests : IDisposable
{
    private const string Password = "p4ss;word=\"x";
    private const string Text = "Host=db.example;Port=5432;Username=kent;Password='p4ss;word=\"x';Database=county";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_connection_shows_server_and_database_and_no_more()
    {
        PostgreSqlConnection connection = PostgreSqlConnection.Parse(Text);
        SiloSettings settings = SiloSettings.Embedded("x.db") with { PostgreSql = connection };

        Assert.Equal("PostgreSQL database 'county' on db.example:5432", connection.ToString());
        Assert.DoesNotContain("p4ss", settings.ToString(), StringComparison.Ordinal);
        using StorageDatabase database = StorageDatabase.PostgreSql(connection);
        Assert.DoesNotContain("p4ss", database.Source.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 20, 32)]
    [InlineData(";Maximum Pool Size=100;Max Auto Prepare=0", 100, 0)]
    [InlineData(";maximum pool size=7;max auto prepare=5", 7, 5)]
    public void Limits_are_ours_unless_the_connection_string_says_otherwise(string more, int connections, int prepared)
    {
        var parts = new NpgsqlConnectionStringBuilder(PostgreSqlConnection.Parse("Host=db" + more).Secret);

        Assert.Equal((connections, prepared), (parts.MaxPoolSize, parts.MaxAutoPrepare));
    }

    [Fact]
    public async Task The_environment_names_the_database_or_a_file_that_does()
    {
        string file = _folder.In("secret");
        await File.WriteAllTextAsync(file, Text + "\n");

        Assert.Contains(Password, From((PostgreSqlConnection.Variable, Text)).Secrets);
        Assert.Contains(Password, From((PostgreSqlConnection.FileVariable, file)).Secrets);
        Assert.Equal("PostgreSQL database 'county' on db.example:5432", From((PostgreSqlConnection.Variable, Text), (PostgreSqlConnection.FileVariable, "nowhere")).ToString());
    }

    [Fact]
    public void What_is_missing_or_wrong_is_said_in_one_message_without_the_secret()
    {
        HostingException none = Assert.Throws<HostingException>(() => From());
        Assert.Contains("KENT_POSTGRES", none.Message, StringComparison.Ordinal);
        Assert.Contains("KENT_POSTGRES_FILE", none.Message, StringComparison.Ordinal);

        HostingException noFile = Assert.Throws<HostingException>(() => From((PostgreSqlConnection.FileVariable, _folder.In("nowhere"))));
        Assert.Contains("nowhere", noFile.Message, StringComparison.Ordinal);

        foreach (string wrong in new[] { "Hots=db;Password=p4ss", "p4ss", "Password=p4ss", "Host=db;Port=p4ss" })
        {
            HostingException refused = Assert.Throws<HostingException>(() => From((PostgreSqlConnection.Variable, wrong)));
            Assert.DoesNotContain("p4ss", refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_log_of_a_silo_replaces_a_secret_that_a_library_lets_slip()
    {
        using var log = new StringWriter();
        PostgreSqlConnection connection = PostgreSqlConnection.Parse(Text);
        using IHost silo = KentSilo.Build(SiloSettings.Embedded("") with { SqliteFile = null, PostgreSql = connection, Log = log });
        ILogger logger = silo.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Library");

        logger.LogInformation("not asked for");
        logger.LogWarning("Cannot connect with {Text}", connection.Secret);
        logger.LogError(new InvalidOperationException($"wrong password {Password}"), "Failed");

        Assert.DoesNotContain("p4ss", log.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"warning Library: Cannot connect with ***{Environment.NewLine}error Library: Failed", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not asked for", log.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static PostgreSqlConnection From(params (string Name, string Value)[] environment) =>
        PostgreSqlConnection.From(name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
