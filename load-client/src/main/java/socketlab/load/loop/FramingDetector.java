package socketlab.load.loop;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out how a server that has answered nothing wants to be spoken to: whether it speaks first, and what it takes for the end
 * of a message. It tries one thing after the other on connections of its own, some four seconds at most.
 */
public final class FramingDetector {
    private static final int CONNECT_MILLIS = 1000;
    private static final int GREETING_MILLIS = 300;
    private static final int REPLY_MILLIS = 1000;
    private static final int HEADER_BYTES = 4;
    private static final byte[] HELLO = utf8("hello");
    private static final byte[] NEWLINE = {'\n'};
    private static final byte[] NOTHING = {};

    private FramingDetector() {}

    /** The options with which the server at this address answers, in a clause; empty where nothing was found. */
    public static Optional<String> advice(InetSocketAddress server) {
        return speaking(server).or(() -> lengthPrefixed(server));
    }

    private static Optional<String> speaking(InetSocketAddress server) {
        try (Socket socket = connect(server)) {
            byte[] greeting = read(socket, GREETING_MILLIS);
            if (greeting.length > 0) {
                return Optional.of("the server speaks first: try -s sleep --framing " + framing(greeting));
            }
            OutputStream out = socket.getOutputStream();
            out.write(HELLO);
            byte[] reply = read(socket, REPLY_MILLIS);
            if (reply.length > 0) {
                return Optional.of("the server waits for its client to speak first and answers \"hello\" without a newline:"
                        + " try -s echo --framing raw");
            }
            out.write(NEWLINE);
            return read(socket, REPLY_MILLIS).length == 0 ? Optional.empty()
                    : Optional.of(
                            "the server waits for its client to speak first and answers a line: try -s echo --framing lines");
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<String> lengthPrefixed(InetSocketAddress server) {
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(ByteBuffer.allocate(HEADER_BYTES + HELLO.length).putInt(HELLO.length).put(HELLO)
                    .array());
            return read(socket, REPLY_MILLIS).length == 0 ? Optional.empty()
                    : Optional.of("the server answers a message with its length before it: try -s echo --framing length");
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The framing that these bytes of a server fit. */
    private static String framing(byte[] bytes) {
        if (bytes[bytes.length - 1] == '\n') {
            return "lines";
        }
        boolean counted = bytes.length > HEADER_BYTES && ByteBuffer.wrap(bytes).getInt() == bytes.length - HEADER_BYTES;
        return counted ? "length" : "raw";
    }

    private static Socket connect(InetSocketAddress server) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(server, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** What comes within this time; nothing at the end of the stream. */
    private static byte[] read(Socket socket, int millis) throws IOException {
        byte[] buffer = new byte[1024];
        socket.setSoTimeout(millis);
        try {
            InputStream in = socket.getInputStream();
            int count = in.read(buffer);
            return count < 0 ? NOTHING : Arrays.copyOf(buffer, count);
        } catch (SocketTimeoutException silent) {
            return NOTHING;
        }
    }
}
