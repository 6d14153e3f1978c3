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
import socketlab.core.Decoder;
import socketlab.core.Framing;
import socketlab.load.http.Http;

/**
 * What a client sends in one request and which reply is correct; knows nothing of sockets or time.
 *
 * @param framing       where messages begin and end, in both directions; datagrams need none
 * @param keepAlive     a client sends all its requests on one connection, instead of opening one for each; only where a
 *                      request may be sent twice, because one on a connection that has just been closed is sent again
 * @param messages      what the client sends
 * @param accepts       whether a reply is correct, given what was sent (null when nothing was) and the reply
 * @param closesAfter   whether the server closes the connection after this reply
 * @param requestNumber the number of the request that a reply belongs to, 0 when the reply does not say: so a late or
 *                      duplicate reply is told from a wrong one
 * @param expected      a correct reply, in words; empty: the message that was sent
 */
public record RequestProtocol(Framing framing, boolean keepAlive, MessageSource messages,
        BiPredicate<byte[], byte[]> accepts, Predicate<byte[]> closesAfter,
        ToIntFunction<byte[]> requestNumber, String expected) {
    /** Sent where a client has nothing to say but the server must hear of it. */
    public static final byte[] HELLO = utf8("hello");
    private static final Pattern NUMBER = Pattern.compile("-r([1-9][0-9]{0,8})x*$");

    /** Makes the message of each request. */
    @FunctionalInterface
    public interface MessageSource {
        /**
         * The message, or null: the client sends nothing. Both numbers count from 1; the request's over the whole load. The
         * caller does not change the array.
         */
        byte[] message(int client, int request);
    }

    public RequestProtocol {
        Objects.requireNonNull(framing);
        Objects.requireNonNull(messages);
        Objects.requireNonNull(accepts);
        Objects.requireNonNull(closesAfter);
        Objects.requireNonNull(requestNumber);
        Objects.requireNonNull(expected);
    }

    /** A protocol whose replies do not carry a request number, and after whose replies the server does not close. */
    public RequestProtocol(Framing framing, boolean keepAlive, MessageSource messages,
            BiPredicate<byte[], byte[]> accepts) {
        this(framing, keepAlive, messages, accepts, reply -> false, reply -> 0, "a message of at least one byte");
    }

    /**
     * The server speaks first: a connection for each request, on which the client sends nothing, and the first message that
     * it receives is the reply. Over UDP the client sends {@link #HELLO}.
     */
    public static RequestProtocol greeting(Framing framing, Predicate<byte[]> accepts) {
        return new RequestProtocol(framing, false, (client, request) -> null, (sent, reply) -> accepts.test(reply));
    }

    /** The client sends {@link #HELLO} on a connection for each request; the first message it receives is the reply. */
    public static RequestProtocol requestReply(Framing framing, Predicate<byte[]> accepts) {
        return new RequestProtocol(framing, false, (client, request) -> HELLO, (sent, reply) -> accepts.test(reply));
    }

    /**
     * A kept connection, and a different message in every request, so that a reply to another request is noticed. The reply
     * must end with the message; something may stand before it (the server's tag). An echo may be asked for twice: RFC 9110,
     * section 9.2.2, allows a retry where the client knows by other means that the request is idempotent.
     *
     * @param payloadBytes length of each message; longer where client and request number need more
     */
    public static RequestProtocol echo(Framing framing, int payloadBytes) {
        return new RequestProtocol(framing, true, (client, request) -> numberedMessage(client, request, payloadBytes),
                (sent, reply) -> endsWith(reply, sent), reply -> false, RequestProtocol::requestNumberIn, "");
    }

    /**
     * HTTP/1.1 GET of one path on a kept connection; a response is correct when its status is 2xx.
     *
     * @throws IllegalArgumentException with one line when this cannot be a path
     */
    public static RequestProtocol http(String host, String path) {
        byte[] message = utf8(path);
        return new RequestProtocol(new Http(host, path), true, (client, request) -> message,
                (sent, response) -> Http.isSuccess(response), Http::closesConnection, response -> 0, "status 2xx");
    }

    /** HTTP/1.1 GET of one path on a connection for each request, as a browser's first ones are; else as {@link #http}. */
    public static RequestProtocol httpWithoutKeepAlive(String path) {
        return http("lab", path).withoutKeepAlive();
    }

    /** The same on a connection for each request; over HTTP the request says so (RFC 9112, section 9.6). */
    public RequestProtocol withoutKeepAlive() {
        return new RequestProtocol(framing instanceof Http http ? http.closing() : framing, false, messages, accepts,
                closesAfter, requestNumber, expected);
    }

    /** Whether a correct reply is the message that was sent. */
    public boolean isEcho() {
        return expected.isEmpty();
    }

    /** Whether the connection may be used again after this reply; null: the request got none. */
    public boolean keepsConnection(byte[] reply) {
        return keepAlive && (reply == null || !closesAfter.test(reply));
    }

    /** Whether this reply says that the server closes a connection for want of a request: over HTTP, status 408. */
    public boolean isIdleClose(byte[] reply) {
        return framing instanceof Http && Http.isRequestTimeout(reply);
    }

    /**
     * Whether this decoder has bytes that must not be there before a request: over HTTP any (RFC 9112, section 6.3: what follows
     * a response is never a response to a later request). Elsewhere only whole messages count, for a server may send a prompt.
     */
    public boolean hasUnasked(Decoder decoder) {
        return framing instanceof Http && Http.hasInput(decoder);
    }

    /** The same protocol for a responder that sends every byte back: what is sent is its own correct reply. */
    public RequestProtocol forNullResponder() {
        return framing instanceof Http http ? new RequestProtocol(http.forNullResponder(), true, messages, accepts)
                : echo(framing, 1);
    }

    private static byte[] numberedMessage(int client, int request, int bytes) {
        int labelLength = "c-r".length() + digits(client) + digits(request);
        byte[] message = new byte[Math.max(labelLength, bytes)];   // filled in place: a text would be built and copied twice
        message[0] = 'c';
        int dash = putDigits(message, 1, client);
        message[dash] = '-';
        message[dash + 1] = 'r';
        Arrays.fill(message, putDigits(message, dash + 2, request), message.length, (byte) 'x');
        return message;
    }

    private static int digits(int number) {
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Puts a number that is not negative, in decimal; returns the index after it. */
    private static int putDigits(byte[] message, int from, int number) {
        int end = from + digits(number);
        int rest = number;
        for (int i = end - 1; i >= from; i--) {
            message[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }

    private static int requestNumberIn(byte[] message) {
        Matcher number = NUMBER.matcher(new String(message, ISO_8859_1));
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static boolean endsWith(byte[] reply, byte[] message) {
        int start = reply.length - message.length;
        return start >= 0 && Arrays.equals(reply, start, reply.length, message, 0, message.length);
    }
}
