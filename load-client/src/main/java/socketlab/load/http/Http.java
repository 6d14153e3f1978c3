package socketlab.load.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static socketlab.core.Text.format;

import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.Framing;

/**
 * As much of HTTP/1.1 (RFC 9112) as a load of GET requests for one path needs: every request has the same bytes, and a
 * decoded response is its status line. No redirects, no compression, no TLS, no pipelining.
 */
public final class Http implements Framing {
    private static final byte[] CLOSING = " (closes the connection)".getBytes(US_ASCII);
    private static final byte[] EMPTY_RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    private final String host;
    private final String path;
    private final byte[] request;

    /**
     * @param host for the {@code Host} field, with its port
     * @param path begins with a slash; ASCII without spaces
     * @throws IllegalArgumentException with one line when this cannot be a path
     */
    public Http(String host, String path) {
        this(host, path, "");
    }

    private Http(String host, String path, String fields) {
        if (!path.matches("/[!-~]*")) {
            throw new IllegalArgumentException(
                    format("'%s' is no path: it starts with / and has no spaces; write a space as %%20",
                            path));
        }
        this.host = host;
        this.path = path;
        this.request = format("GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: socketlab\r\nAccept: */*\r\n%s\r\n", path,
                host, fields).getBytes(US_ASCII);
    }

    /** The same request, which says that no other will follow on its connection (RFC 9112, section 9.6). */
    public Http closing() {
        return new Http(host, path, "Connection: close\r\n");
    }

    /** The request, whatever the message; the caller does not change the array. */
    @Override
    public byte[] encode(byte[] message) {
        return request;
    }

    @Override
    public Decoder decoder() {
        return new HttpDecoder();
    }

    /** A framing that sends an empty response instead of a request, so that a responder may send the same bytes back. */
    public Framing forNullResponder() {
        return new Framing() {
            @Override
            public byte[] encode(byte[] message) {
                return EMPTY_RESPONSE;
            }

            @Override
            public Decoder decoder() {
                return new HttpDecoder();
            }
        };
    }

    /** What a decoded response looks like: its status line, marked where the server closes the connection after it. */
    static byte[] response(String statusLine, boolean closes) {
        byte[] response = statusLine.getBytes(ISO_8859_1);
        if (!closes) {
            return response;
        }
        byte[] marked = Arrays.copyOf(response, response.length + CLOSING.length);
        System.arraycopy(CLOSING, 0, marked, response.length, CLOSING.length);
        return marked;
    }

    /** Whether the status of this decoded response is 2xx. */
    public static boolean isSuccess(byte[] response) {
        return response.length > 9 && response[9] == '2';
    }

    /** Whether with this decoded response the server ends a connection on which it got no request in time (RFC 9110, 15.5.9). */
    public static boolean isRequestTimeout(byte[] response) {
        return response.length > 11 && response[9] == '4' && response[10] == '0' && response[11] == '8';
    }

    /** Whether bytes have come after the last response that this decoder has given out. */
    public static boolean hasInput(Decoder decoder) {
        return decoder instanceof HttpDecoder http && http.hasInput();
    }

    /** Whether the server closes the connection after this decoded response (RFC 9112, section 9.3). */
    public static boolean closesConnection(byte[] response) {
        int start = response.length - CLOSING.length;
        return start >= 0 && Arrays.equals(response, start, response.length, CLOSING, 0, CLOSING.length);
    }
}
