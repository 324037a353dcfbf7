using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Beds lent while carers are on leave. The children keep their placement; what moves for a fortnight is the use of a bed elsewhere.
/// </summary>
internal sealed class Respite
{
    private const int None = -1;
    private int[] _hosts = new int[1024 * HomeRegister.MostInHousehold];

    public void Reset() => Array.Fill(_hosts, None);

    public void CopyFrom(Respite other)
    {
        if (_hosts.Length != other._hosts.Length)
        {
            _hosts = new int[other._hosts.Length];
        }

        other._hosts.CopyTo(_hosts);
    }

    /// <summary>Finds a bed for each child of a household that goes on leave: the nearest household with one free; ties by address.</summary>
    public void Lend(int home, HomeRegister register, Effects effects)
    {
        Span<int> hosts = HostsOf(home);
        hosts.Fill(None);
        ref Home from = ref register[home];
        for (int child = 0; child < from.Filled; child++)
        {
            effects.Count(Flow.RespiteRequests);
            int host = register.Vacancies.Nearest(from.East, from.North, except: home, register);
            if (host == None)
            {
                effects.Count(Flow.RespiteUnmet);
                continue;
            }

            register[host].Respite++;
            register.Update(host);
            hosts[child] = host;
        }
    }

    /// <summary>The homes whose beds are lent to the children of a household, or none; -1 where a child got no bed.</summary>
    public ReadOnlySpan<int> Lent(int home) =>
        (home + 1) * HomeRegister.MostInHousehold <= _hosts.Length && HostsOf(home).ContainsAnyExcept(None) ? HostsOf(home) : [];

    /// <summary>Notes again what was lent; the homes know it already.</summary>
    public void Restore(int home, ReadOnlySpan<int> hosts) => hosts.CopyTo(HostsOf(home));

    /// <summary>Gives the beds back.</summary>
    public void Return(int home, HomeRegister register)
    {
        foreach (ref int host in HostsOf(home))
        {
            if (host != None)
            {
                register[host].Respite--;
                register.Update(host);
                host = None;
            }
        }
    }

    private Span<int> HostsOf(int home)
    {
        int start = home * HomeRegister.MostInHousehold;
        if (start + HomeRegister.MostInHousehold > _hosts.Length)
        {
            int before = _hosts.Length;
            Array.Resize(ref _hosts, Math.Max(2 * before, start + HomeRegister.MostInHousehold));
            Array.Fill(_hosts, None, before, _hosts.Length - before);
        }

        return _hosts.AsSpan(start, HomeRegister.MostInHousehold);
    }
}
