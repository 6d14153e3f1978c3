package socketlab.load.loop;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import socketlab.load.plan.Transport;

/** A responder in this process that does nothing but send the same bytes back, whatever their framing. */
final class NullResponder implements AutoCloseable {
    private static final int LARGEST_DATAGRAM = 64 << 10;

    private final ServerSocket listener;
    private final DatagramSocket datagrams;
    private final Transport transport;

    NullResponder(Transport transport) throws IOException {
        this.transport = transport;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.datagrams = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("null-responder").start(switch (transport) {
            case TCP -> this::echoStreams;
            case UDP -> this::echoDatagrams;
        });
    }

    InetSocketAddress address() {
        return (InetSocketAddress) switch (transport) {
            case TCP -> listener.getLocalSocketAddress();
            case UDP -> datagrams.getLocalSocketAddress();
        };
    }

    private void echoStreams() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                client.setTcpNoDelay(true);
                client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException closed) {
                // this client's connection, or the listener
            }
        }
    }

    private void echoDatagrams() {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        try {
            while (true) {
                packet.setLength(LARGEST_DATAGRAM);
                datagrams.receive(packet);
                datagrams.send(packet);
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        listener.close();
    }
}
