using System.Globalization;

namespace KentSufficiency.Peers.Hazards;

/// <summary>
/// W3's table in the form the run asks for it: for each state and year of age the chances of the ten hazards, added up, in units of 2^-32; the largest of
/// the totals, for children in care or in need and for all others; and the state that follows each event.
/// </summary>
internal sealed class HazardTables
{
    public const int Count = 10;
    public const int States = 8;
    public const int Years = 18;

    /// <summary>Entries a row; those after the ten are never reached.</summary>
    public const int Width = 16;

    private const double Unit = 1L << 32;
    private readonly double _mostBusy;
    private readonly double _mostQuiet;

    public HazardTables(string path)
    {
        string[][] rows = [.. File.ReadLines(path).Where(line => line[0] != '#').Skip(1).Select(line => line.Split(','))];
        Names = [.. rows.Select(row => row[0])];
        Cumulative = new uint[States * Years * Width];
        Follows = new byte[Width * States];
        Newborn = [.. rows.Select(row => row[5] == "yes"), .. new bool[Width - Count]];
        for (int cell = 0; cell < States * Years; cell++)
        {
            double total = FillRow(rows, cell / Years, cell % Years);
            ref double most = ref IsBusy(cell / Years) ? ref _mostBusy : ref _mostQuiet;
            most = Math.Max(most, total);
        }
    }

    public string[] Names { get; }

    public uint[] Cumulative { get; }

    /// <summary>By event and state; the eleventh event is none.</summary>
    public byte[] Follows { get; }

    public bool[] Newborn { get; }

    /// <summary>The largest chance in a month that anything happens to a child in care or in need.</summary>
    public double MostBusy => _mostBusy;

    /// <summary>The same for all other children.</summary>
    public double MostQuiet => _mostQuiet;

    /// <summary>Whether a child is in care or in need: few are, and much happens to them.</summary>
    public static bool IsBusy(int state) => (state & 5) != 0;

    private double FillRow(string[][] rows, int state, int year)
    {
        double sum = 0;
        Span<uint> cumulative = Cumulative.AsSpan(((state * Years) + year) * Width, Width);
        cumulative.Fill(uint.MaxValue);
        Follows[(Count * States) + state] = (byte)state;
        for (int k = 0; k < Count; k++)
        {
            (int needs, int lacks, int sets, int clears) = (Whole(rows[k][1]), Whole(rows[k][2]), Whole(rows[k][3]), Whole(rows[k][4]));
            bool may = (state & needs) == needs && (state & lacks) == 0;
            sum += may ? double.Parse(rows[k][6 + year], CultureInfo.InvariantCulture) : 0;
            cumulative[k] = (uint)Math.Round(sum * Unit);
            Follows[(k * States) + state] = (byte)((state | sets) & ~clears);
        }

        return sum;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
