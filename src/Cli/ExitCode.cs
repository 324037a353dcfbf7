namespace KentSufficiency.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All that was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>A defect of the program or of the machine: an audit failed, a disk is full.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a scenario, the data or the folder for the results is wrong.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped with Ctrl-C; what was complete is written and marked partial.</summary>
    public const int Interrupted = 130;
}
