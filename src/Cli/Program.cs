using KentSufficiency.Cli;

using var interruption = new Interruption(Console.Error);
return KentCommand.Run(args, CommandHost.OfProcess(), interruption.Token);
