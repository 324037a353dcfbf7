using System.Net;
using System.Net.Sockets;

namespace KentSufficiency.Silo;

/// <summary>Which TCP ports can be listened on.</summary>
public static class Ports
{
    /// <summary>Ports on loopback that nobody listens on now. Another process may take one before it is used.</summary>
    /// <param name="count">How many, all different.</param>
    public static int[] Free(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        try
        {
            Array.ForEach(listeners, listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            Array.ForEach(listeners, listener => listener.Dispose());
        }
    }

    /// <summary>Makes sure that an endpoint can be listened on.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="purpose">What for, in the message.</param>
    /// <exception cref="HostingException">Somebody listens there, or the address is not this machine's.</exception>
    internal static void Require(IPEndPoint endpoint, string purpose)
    {
        try
        {
            using var listener = new TcpListener(endpoint);
            listener.Start();
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new HostingException($"Port {endpoint.Port} for {purpose} is in use on {endpoint.Address}. Choose another.", problem);
        }
        catch (SocketException problem)
        {
            throw new HostingException($"{endpoint} cannot be listened on for {purpose}: {problem.Message}.", problem);
        }
    }
}
