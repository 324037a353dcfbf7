using Microsoft.Extensions.Logging;

namespace KentSufficiency.Silo;

/// <summary>
/// Writes warnings and errors as lines of text. A last guard stands in it: whatever a library may say, a known secret is replaced by
/// three stars.
/// </summary>
/// <param name="writer">Where to; written to by one thread at a time.</param>
/// <param name="secrets">What must not appear; longest first where one holds another.</param>
internal sealed class QuietLog(TextWriter writer, IReadOnlyList<string> secrets) : ILoggerProvider
{
    private readonly Lock _turn = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(LogLevel level, string category, string message, Exception? exception)
    {
        string text = exception is null ? message : $"{message}{Environment.NewLine}{exception}";
        foreach (string secret in secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        lock (_turn)
        {
            writer.WriteLine($"{(level == LogLevel.Warning ? "warning" : "error")} {category}: {text}");
        }
    }

    private sealed class Logger(QuietLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log.Write(logLevel, category, formatter(state, exception), exception);
            }
        }
    }
}
