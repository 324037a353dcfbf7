using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;

namespace KentSufficiency.CliTests.Orleans;

/// <summary><c>kent silo</c> and <c>kent db migrate</c>: what is wrong is one message and exit code 2. That they work is tested with the silo.</summary>
[Collection(EnvironmentOfDatabases.Name)]
public sealed class SiloCommandTests : IDisposable
{
    private const string Password = "open-sesame";

    private readonly Shell _shell = new();
    private readonly int[] _ports = Ports.Free(4);

    public SiloCommandTests()
    {
        // Only the tests of this class, one after the other, look at these.
        string file = _shell.Folder.In("postgres");
        File.WriteAllText(file, $"Host=127.0.0.1;Port={_ports[3]};Username=kent;Password={Password};Database=kent");
        Environment.SetEnvironmentVariable(PostgreSqlConnection.Variable, null);
        Environment.SetEnvironmentVariable(PostgreSqlConnection.FileVariable, file);
    }

    [Fact]
    public void A_cluster_without_a_database_is_told_what_to_set()
    {
        Environment.SetEnvironmentVariable(PostgreSqlConnection.FileVariable, null);

        Assert.Equal(2, RunSilo());
        Assert.Contains("KENT_POSTGRES", OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_does_not_answer_is_named_without_its_password()
    {
        Assert.Equal(2, RunSilo());
        Assert.Contains($"PostgreSQL database 'kent' on 127.0.0.1:{_ports[3]} cannot be used", OnlyLine(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, OnlyLine(), StringComparison.Ordinal);

        Assert.Equal(2, _shell.Run("db", "migrate"));
        Assert.Contains("cannot be used", OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_is_named()
    {
        using var occupied = new TcpListener(IPAddress.Loopback, _ports[0]);
        occupied.Start();

        Assert.Equal(2, RunSilo());
        Assert.Contains($"Port {_ports[0]} for silos is in use", OnlyLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("silo")]
    [InlineData("silo", "--cluster", "c", "--port", "0")]
    [InlineData("silo", "--cluster", "c", "--port", "65536")]
    [InlineData("silo", "--cluster", "c", "--address", "0.0.0.0")]
    [InlineData("silo", "--cluster", "c", "--address", "somewhere")]
    [InlineData("silo", "--cluster", "c", "--cores", "0")]
    [InlineData("db", "destroy")]
    public void A_wrong_option_is_refused(params string[] args)
    {
        Assert.Equal(2, _shell.Run(args));
        Assert.NotEqual("", _shell.Error.ToString());
    }

    [Fact]
    public void Migrating_a_folder_makes_the_file_once_and_says_so_whatever_the_environment_says()
    {
        string folder = _shell.Folder.In("state");

        Assert.Equal(0, _shell.Run("db", "migrate", "--data", folder));
        Assert.Contains("the tables were made, version 1", _shell.Output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(StateFolder.File(folder)));

        Assert.Equal(0, _shell.Run("db", "migrate", "--data", folder));
        Assert.Contains("nothing to do", _shell.Output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(PostgreSqlConnection.FileVariable, null);
        _shell.Dispose();
    }

    private int RunSilo() => _shell.Run("silo", "--cluster", "test", "--port", Port(0), "--gateway", Port(1), "--http", Port(2));

    private string Port(int index) => _ports[index].ToString(CultureInfo.InvariantCulture);

    private string OnlyLine() => Assert.Single(_shell.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
