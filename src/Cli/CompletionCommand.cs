using System.CommandLine;

namespace KentSufficiency.Cli;

/// <summary><c>kent completion</c>: a few lines for the shell, which then asks <c>kent</c> itself what could come next.</summary>
internal static class CompletionCommand
{
    // Bash replaces the word typed, so only what begins with it may be offered.
    private const string Bash = """
        _kent() {
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _kent kent ./kent
        """;

    private const string Zsh = """
        _kent() {
            local -a found
            found=(${(f)"$(${words[1]} "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
            compadd -a found || _files
        }
        compdef _kent kent
        """;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandHost host)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash or zsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        var command = new Command("completion", "Print what completes commands, options and names in a shell: source <(kent completion bash)") { shell };
        command.SetAction(parsed =>
        {
            host.Output.WriteLine(parsed.GetValue(shell) == "bash" ? Bash : Zsh);
            return ExitCode.Done;
        });
        return command;
    }
}
