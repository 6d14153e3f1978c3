package socketlab.load.loop;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import socketlab.load.plan.Transport;

/** A responder in our own process that does nothing: the same bytes back, in whatever framing. */
final class NullResponder implements AutoCloseable {
    private static final int LETTER_BYTES = 64 << 10;

    private final ServerSocket streams;
    private final DatagramSocket letters;
    private final Transport transport;

    NullResponder(Transport transport) throws IOException {
        this.transport = transport;
        this.streams = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.letters = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("mirror").start(switch (transport) {
            case TCP -> this::reflectStreams;
            case UDP -> this::reflectLetters;
        });
    }

    InetSocketAddress address() {
        return (InetSocketAddress) switch (transport) {
            case TCP -> streams.getLocalSocketAddress();
            case UDP -> letters.getLocalSocketAddress();
        };
    }

    private void reflectStreams() {
        while (!streams.isClosed()) {
            try (Socket client = streams.accept()) {
                client.setTcpNoDelay(true);
                client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException over) {
                continue;   // of this client, or of all
            }
        }
    }

    private void reflectLetters() {
        DatagramPacket letter = new DatagramPacket(new byte[LETTER_BYTES], LETTER_BYTES);
        try {
            while (true) {
                letter.setLength(LETTER_BYTES);
                letters.receive(letter);
                letters.send(letter);
            }
        } catch (IOException over) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        letters.close();
        streams.close();
    }
}
