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

/** Serves a few hundred clients on a private port first, so that class loading and compiling is in no client's latency. */
final class WarmUp {
    private static final int CLIENTS = 400;   // enough for the JVM to compile what every client runs through
    private static final int TIMEOUT_MILLIS = 200;   // on a busy machine the very first reply takes longer: then twice that
    private static final int LONGEST_TIMEOUT_MILLIS = 800;

    private WarmUp() {}

    /**
     * Runs the model with a service of the same kind that hardly sleeps, and closes it. A stream client sends the example;
     * a service that does not reply to it gets three clients.
     */
    static void run(Model model, Service service, Options options, byte[] example) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(options.listen().address().getAddress(), 0);
        boolean stream = model.traits().contains(Trait.STREAM);
        try (service) {
            Server server = model.start(service, options.withAddress(anyPort));
            try {
                int timeout = TIMEOUT_MILLIS;
                for (int i = 0; i < CLIENTS && timeout <= LONGEST_TIMEOUT_MILLIS; i++) {
                    boolean replied = stream ? overTcp(server.address(), example, timeout) : overUdp(server.address(), timeout);
                    timeout = replied ? TIMEOUT_MILLIS : 2 * timeout;
                }
            } finally {
                server.close(Duration.ZERO);
            }
        }
    }

    /** False where the service does not reply to the example in time. */
    private static boolean overTcp(InetSocketAddress address, byte[] example, int timeoutMillis) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(timeoutMillis);
            socket.getOutputStream().write(example);
            InputStream in = socket.getInputStream();
            return in.read() >= 0 && in.skip(in.available()) >= 0;
        } catch (SocketTimeoutException noReply) {
            return false;
        }
    }

    private static boolean overUdp(InetSocketAddress address, int timeoutMillis) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(timeoutMillis);
            socket.connect(address);
            byte[] message = utf8("warm-up");
            socket.send(new DatagramPacket(message, message.length));
            socket.receive(new DatagramPacket(new byte[1024], 1024));
            return true;
        } catch (SocketTimeoutException noReply) {
            return false;
        }
    }
}
