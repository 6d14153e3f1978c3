package socketlab.load.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.Framing;

/** As much of HTTP/1.1 as asking for the same page again and again needs; an answer is its status line alone. */
public final class Http implements Framing {
    private static final byte[] LAST = " (hangs up)".getBytes(US_ASCII);
    private static final byte[] NOTHING = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    private final byte[] request;

    /** Throws {@link IllegalArgumentException} with one line when there cannot be such a path. */
    public Http(String host, String path) {
        if (!path.matches("/[!-~]*")) {
            throw new IllegalArgumentException(
                    "'%s' is no path: it starts with / and has no blanks; write a blank as %%20".formatted(path));
        }
        request = "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: socketlab\r\nAccept: */*\r\n\r\n".formatted(path, host)
                .getBytes(US_ASCII);
    }

    /** The same request whatever the message; whoever gets the array only reads it. */
    @Override
    public byte[] encode(byte[] message) {
        return request;
    }

    @Override
    public Decoder decoder() {
        return new HttpDecoder();
    }

    /** Says an answer instead of a request, so that a mirror gives it back. */
    public Framing forNullResponder() {
        return new Framing() {
            @Override
            public byte[] encode(byte[] message) {
                return NOTHING;
            }

            @Override
            public Decoder decoder() {
                return new HttpDecoder();
            }
        };
    }

    static byte[] response(String statusLine, boolean last) {
        byte[] answer = statusLine.getBytes(ISO_8859_1);
        if (!last) {
            return answer;
        }
        byte[] marked = Arrays.copyOf(answer, answer.length + LAST.length);
        System.arraycopy(LAST, 0, marked, answer.length, LAST.length);
        return marked;
    }

    public static boolean isSuccess(byte[] answer) {
        return answer.length > 9 && answer[9] == '2';
    }

    public static boolean closesConnection(byte[] answer) {
        int start = answer.length - LAST.length;
        return start >= 0 && Arrays.equals(answer, start, answer.length, LAST, 0, LAST.length);
    }
}
