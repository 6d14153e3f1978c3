package socketlab.load.plan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static socketlab.core.Text.utf8;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketlab.core.Framing;
import socketlab.load.http.Http;

/**
 * What is said in one request and what counts as its answer; knows nothing of sockets or time.
 *
 * @param framing where messages begin and end, in both directions; a datagram needs none
 * @param kept    a client makes all its requests on one connection, instead of one connection for each
 * @param says    what the client says
 * @param right   whether an answer is right, given what was said (null when nothing was) and the answer
 * @param last    whether the server hangs up after this answer, so that the connection cannot be kept
 * @param about   the number of the request that an answer seems to answer, 0 when it does not say: how an answer that
 *                comes too late, or twice, is told from a wrong one
 */
public record RequestProtocol(Framing framing, boolean kept, Says says, BiPredicate<byte[], byte[]> right,
                           Predicate<byte[]> last, ToIntFunction<byte[]> about) {
    public static final byte[] HELLO = utf8("hello");
    private static final Pattern NUMBER = Pattern.compile("-r([1-9][0-9]{0,8})x*$");

    /** What a client says in one request. */
    @FunctionalInterface
    public interface Says {
        /** The message, or null: it only listens. Both numbers count from 1; the request's over the whole load. */
        byte[] message(int client, int request);
    }

    public RequestProtocol {
        Objects.requireNonNull(framing);
        Objects.requireNonNull(says);
        Objects.requireNonNull(right);
        Objects.requireNonNull(last);
        Objects.requireNonNull(about);
    }

    /** Its answers do not say what they answer. */
    public RequestProtocol(Framing framing, boolean kept, Says says, BiPredicate<byte[], byte[]> right) {
        this(framing, kept, says, right, answer -> false, answer -> 0);
    }

    /**
     * A connection for each request; the client says nothing, and the first message it hears is the answer. Over UDP it
     * says {@code hello}: nobody can be greeted who was not heard.
     */
    public static RequestProtocol listen(Framing framing, Predicate<byte[]> right) {
        return new RequestProtocol(framing, false, (client, request) -> null, (said, answer) -> right.test(answer));
    }

    /** A connection for each request; the client says {@code hello}, and the first message it hears is the answer. */
    public static RequestProtocol ask(Framing framing, Predicate<byte[]> right) {
        return new RequestProtocol(framing, false, (client, request) -> HELLO, (said, answer) -> right.test(answer));
    }

    /**
     * A kept connection, and a different message in every request, so that an answer to another one is found out. It
     * must come back whole; something may stand before it (the server's tag).
     *
     * @param payloadBytes length of each message; longer where client and request number need more
     */
    public static RequestProtocol echo(Framing framing, int payloadBytes) {
        return new RequestProtocol(framing, true, (client, request) -> numbered(client, request, payloadBytes),
                (said, answer) -> endsWith(answer, said), answer -> false, RequestProtocol::numberIn);
    }

    /**
     * A kept connection, and GET of the same path in every request; an answer is right when its status is 2xx.
     *
     * @throws IllegalArgumentException when there cannot be such a path
     */
    public static RequestProtocol http(String host, String path) {
        byte[] said = utf8(path);
        return new RequestProtocol(new Http(host, path), true, (client, request) -> said,
                (asked, answer) -> Http.isSuccess(answer), Http::isLast, answer -> 0);
    }

    /** The connection may be used again after this answer; null: there was none. */
    public boolean keeps(byte[] answer) {
        return kept && (answer == null || !last.test(answer));
    }

    /** What can be said to a mirror, and is its own right answer. */
    public RequestProtocol mirrored() {
        return framing instanceof Http http ? new RequestProtocol(http.mirrored(), true, says, right) : echo(framing, 1);
    }

    /** A connection for each GET of this path, as a browser's first ones are; right as above. */
    public static RequestProtocol web(String path) {
        RequestProtocol kept = http("lab", path);
        return new RequestProtocol(kept.framing(), false, kept.says(), kept.right());
    }

    private static byte[] numbered(int client, int request, int bytes) {
        byte[] label = utf8("c" + client + "-r" + request);
        byte[] message = Arrays.copyOf(label, Math.max(label.length, bytes));
        Arrays.fill(message, label.length, message.length, (byte) 'x');
        return message;
    }

    private static int numberIn(byte[] message) {
        Matcher number = NUMBER.matcher(new String(message, ISO_8859_1));
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static boolean endsWith(byte[] answer, byte[] said) {
        int start = answer.length - said.length;
        return start >= 0 && Arrays.equals(answer, start, answer.length, said, 0, said.length);
    }
}
