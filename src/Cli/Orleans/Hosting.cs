using KentSufficiency.Silo;

namespace KentSufficiency.Cli.Orleans;

/// <summary>What the commands that host something have in common.</summary>
internal static class Hosting
{
    /// <summary>Waits for work, and lets what is wrong with ports and databases be told as wrong input.</summary>
    /// <exception cref="InputException">It cannot be hosted as it was asked for.</exception>
    public static int Tell(Func<Task<int>> work)
    {
        try
        {
            return work().GetAwaiter().GetResult();
        }
        catch (HostingException problem)
        {
            throw new InputException(problem.Message, problem);
        }
    }
}
