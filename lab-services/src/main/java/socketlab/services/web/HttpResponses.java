package socketlab.services.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.time.InstantSource;

/**
 * Answers of one kind: all that does not change from one to the next is bytes already. One write then carries head and
 * body.
 */
final class HttpResponses {
    private static final HttpDate CLOCK = new HttpDate(InstantSource.system());
    private static final byte[] STAYS = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] STAYS_AS_ASKED = "\r\nConnection: keep-alive\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] LEAVES = "\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] NOTHING = {};

    private final HttpStatus status;
    private final byte[] beforeDate;
    private final byte[] afterDate;

    private HttpResponses(HttpStatus status, String type, String fields) {
        this.status = status;
        this.beforeDate = utf8("HTTP/1.1 %s\r\nDate: ".formatted(status));
        this.afterDate = utf8(("\r\nContent-Type: %s\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
                + "%sContent-Length: ").formatted(type, fields));
    }

    /** With more fields, each ending in CRLF. */
    static HttpResponses of(HttpStatus status, String type, String... fields) {
        return new HttpResponses(status, type, String.join("", fields));
    }

    /** For what goes wrong: the body is text that says what. */
    static HttpResponses saying(HttpStatus status, String... fields) {
        return of(status, "text/plain; charset=utf-8", fields);
    }

    /** What the server says when it is no answer to anything: it has no room, or stops. */
    static byte[] unavailable(byte[] why) {
        return saying(HttpStatus.UNAVAILABLE).last(text(why));
    }

    /** The answer to this request; a HEAD is told how long the body would have been (RFC 9110, 9.3.2). */
    byte[] to(RequestHead request, byte[] body) {
        byte[] end = !request.persistent() ? LEAVES : request.minor() == 0 ? STAYS_AS_ASKED : STAYS;
        return bytes(body.length, end, request.method().equals("HEAD") ? NOTHING : body);
    }

    byte[] to(RequestHead request, String why) {
        return to(request, explained(why));
    }

    /** The last one on its connection, whatever was asked. */
    byte[] last(String why) {
        byte[] body = explained(why);
        return bytes(body.length, LEAVES, body);
    }

    private byte[] explained(String why) {
        return utf8("%s: %s\n".formatted(status, why));
    }

    private byte[] bytes(int length, byte[] end, byte[] body) {
        byte[] date = CLOCK.text();
        byte[] digits = Integer.toString(length).getBytes(US_ASCII);
        return ByteBuffer.allocate(beforeDate.length + date.length + afterDate.length + digits.length + end.length
                + body.length).put(beforeDate).put(date).put(afterDate).put(digits).put(end).put(body).array();
    }
}
