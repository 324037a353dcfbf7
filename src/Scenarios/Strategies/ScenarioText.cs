using System.Security.Cryptography;
using System.Text;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>Reads the bytes of a scenario file as text, within a limit, and remembers what they were.</summary>
internal static class ScenarioText
{
    /// <summary>The largest file that is read: a thousand times the usual.</summary>
    public const int LargestBytes = 1 << 20;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="shown">What it is called in messages and in the manifest.</param>
    /// <exception cref="ScenarioException">The file cannot be read, is too large, or is no UTF-8 text.</exception>
    public static (string Text, InputFile Input) Read(string path, string shown)
    {
        byte[] bytes = ReadBytes(path, shown);
        var input = new InputFile(shown, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        ReadOnlySpan<byte> content = bytes;
        content = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        int binary = content.IndexOf((byte)0);
        if (binary >= 0)
        {
            throw NotText(shown, content[..binary]);
        }

        try
        {
            return (s_strict.GetString(content), input);
        }
        catch (DecoderFallbackException problem)
        {
            throw NotText(shown, content[..Math.Clamp(problem.Index, 0, content.Length)]);
        }
    }

    private static byte[] ReadBytes(string path, string shown)
    {
        var whole = new ScenarioLocation(shown);
        if (Directory.Exists(path))
        {
            throw new ScenarioException(whole, "", "is a folder; a scenario is one file");
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            byte[] buffer = new byte[LargestBytes + 1];
            int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return read <= LargestBytes
                ? buffer[..read]
                : throw new ScenarioException(whole, "", "is larger than 1 MB; a scenario file is a page of text");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ScenarioException(whole, "", "does not exist");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ScenarioException(whole, "", "cannot be read");
        }
    }

    private static ScenarioException NotText(string shown, ReadOnlySpan<byte> before)
    {
        int line = 1 + before.Count((byte)'\n');
        int column = before.Length - before.LastIndexOf((byte)'\n');
        return new ScenarioException(new ScenarioLocation(shown, line, column), "", "is not UTF-8 text; a scenario is a text file");
    }
}
