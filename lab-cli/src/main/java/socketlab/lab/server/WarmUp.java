package socketlab.lab.server;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;

/** Serves a few clients on a private port before anybody counts, so that class loading is in nobody's latency. */
final class WarmUp {
    private static final int CLIENTS = 400;   // enough for the JVM to compile what every client passes through
    private static final int PATIENCE_MILLIS = 200;

    private WarmUp() {}

    /** Runs the model with a service of the same kind that hardly waits, and closes it. Streams say the example. */
    static void of(Model model, Service service, Options options, byte[] example) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(options.bind().getAddress(), 0);
        boolean stream = model.traits().contains(Trait.STREAM);
        try (service) {
            Server server = model.start(service, options.withBind(anyPort));
            try {
                boolean answered = true;
                for (int i = 0; answered && i < CLIENTS; i++) {
                    answered = stream ? call(server.address(), example) : send(server.address());
                }
            } finally {
                server.close(Duration.ZERO);
            }
        }
    }

    /** False when the service has nothing to say to this: then once is enough. */
    private static boolean call(InetSocketAddress address, byte[] example) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(example);
            InputStream in = socket.getInputStream();
            return in.read() >= 0 && in.skip(in.available()) >= 0;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    private static boolean send(InetSocketAddress address) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(address);
            byte[] message = utf8("warm-up");
            socket.send(new DatagramPacket(message, message.length));
            socket.receive(new DatagramPacket(new byte[1024], 1024));
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }
}
