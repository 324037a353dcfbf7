using System.Globalization;
using KentSufficiency.Grains.Experiments;

namespace KentSufficiency.Silo.Experiments;

/// <summary>
/// The experiments of silos in the processes of this machine: a SQLite file for each, with a note beside it, under <c>experiments</c> in the data
/// folder. Whoever uses one holds its lock, so any number of processes may work here at a time. The 3 latest finished ones are kept.
/// </summary>
/// <param name="dataFolder">The data folder; null for <see cref="StateFolder.Usual"/>.</param>
/// <param name="time">Tells when a note was written.</param>
public sealed class ExperimentFolder(string? dataFolder, TimeProvider time)
{
    /// <summary>How many finished experiments are kept.</summary>
    public const int FinishedKept = 3;

    private const int MostOfOneId = 1000;

    private readonly string _folder = Path.Combine(dataFolder ?? StateFolder.Usual, "experiments");

    /// <summary>
    /// Takes the place of an experiment: that of an unfinished one with the same id which nobody is at work on, otherwise a new one.
    /// </summary>
    /// <exception cref="HostingException">The folder cannot be written.</exception>
    public ExperimentPlace Take(ExperimentSpec spec, int replications)
    {
        foreach (string name in NamesOf(spec.Id))
        {
            bool isNew = !File.Exists(NotePath(name));
            if ((isNew || ExperimentNote.Read(NotePath(name))?.Stage == NoteStage.Unfinished) && TryOpen(name) is ExperimentPlace place)
            {
                place.Note = ExperimentPlace.NoteOf(spec, replications, isNew ? null : ExperimentNote.Read(NotePath(name)));
                return place;
            }
        }

        throw new HostingException($"More than {MostOfOneId} runs of one experiment are at work in {_folder}. Choose another folder with --data.");
    }

    /// <summary>Opens an experiment that is there; null where somebody is at work on it.</summary>
    /// <param name="name">Its name as <see cref="List"/> tells it.</param>
    public ExperimentPlace? TryOpen(string name)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            return new ExperimentPlace(_folder, name, time);
        }
        catch (IOException) when (File.Exists(LockPath(name)))
        {
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new HostingException($"{_folder} cannot be written: choose another data folder with --data. {problem.Message}", problem);
        }
    }

    /// <summary>All experiments, the latest first: name, note, and whether somebody is at work on it.</summary>
    public IReadOnlyList<(string Name, ExperimentNote Note, bool IsAtWork)> List()
    {
        if (!Directory.Exists(_folder))
        {
            return [];
        }

        var notes = from path in Directory.EnumerateFiles(_folder, "*.json")
                    let note = ExperimentNote.Read(path)
                    where note is not null
                    orderby note.Written descending
                    select (Name: Path.GetFileNameWithoutExtension(path), Note: note);
        return [.. notes.Select(entry => (entry.Name, entry.Note, IsLocked(entry.Name)))];
    }

    /// <summary>Asks whoever is at work on an experiment to cancel it.</summary>
    public void AskToCancel(string name) => File.WriteAllText(Path.Combine(_folder, name + ExperimentPlace.CancelEnding), "");

    /// <summary>Removes what is cancelled or failed, and of what is finished all but the latest. What somebody is at work on stays.</summary>
    public void Prune()
    {
        foreach ((string name, ExperimentNote note, bool isAtWork) in List().Where(entry => entry.Note.Stage != NoteStage.Unfinished && !entry.IsAtWork).ToArray())
        {
            int rank = List().Where(entry => entry.Note.Stage == NoteStage.Finished).TakeWhile(entry => entry.Name != name).Count();
            if ((note.Stage != NoteStage.Finished || rank >= FinishedKept) && TryOpen(name) is ExperimentPlace place)
            {
                using (place)
                {
                    place.Delete();
                }
            }
        }
    }

    private bool IsLocked(string name)
    {
        using ExperimentPlace? place = TryOpen(name);
        return place is null;
    }

    private static IEnumerable<string> NamesOf(string id) =>
        Enumerable.Range(1, MostOfOneId).Select(number => string.Create(CultureInfo.InvariantCulture, $"{id}-{number}"));

    private string NotePath(string name) => Path.Combine(_folder, name + ExperimentPlace.NoteEnding);

    private string LockPath(string name) => Path.Combine(_folder, name + ExperimentPlace.LockEnding);
}
