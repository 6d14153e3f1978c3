package socketlab.services.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static socketlab.core.Text.format;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.time.InstantSource;

/**
 * Builds responses of one status and content type. The parts that never change are encoded once. A response is one
 * array with head and body, so that one write sends both. Any thread.
 */
final class HttpResponses {
    private static final HttpDate DATE = new HttpDate(InstantSource.system());
    private static final byte[] PERSISTENT = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] KEEP_ALIVE = "\r\nConnection: keep-alive\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] CLOSE = "\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] NO_BODY = {};

    private final HttpStatus status;
    private final byte[] beforeDate;
    private final byte[] afterDate;

    private HttpResponses(HttpStatus status, String contentType, String fields) {
        this.status = status;
        this.beforeDate = utf8(format("HTTP/1.1 %s\r\nDate: ", status));
        this.afterDate = utf8(format("\r\nContent-Type: %s\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
                + "%sContent-Length: ", contentType, fields));
    }

    /** Each extra header field ends in CRLF. */
    static HttpResponses of(HttpStatus status, String contentType, String... fields) {
        return new HttpResponses(status, contentType, String.join("", fields));
    }

    /** For errors: the body is one line of text that says what is wrong. */
    static HttpResponses error(HttpStatus status, String... fields) {
        return of(status, "text/plain; charset=utf-8", fields);
    }

    /** 503, for a message of the server that answers no request: it is full, or it stops. */
    static byte[] unavailable(byte[] reason) {
        return error(HttpStatus.UNAVAILABLE).closing(text(reason));
    }

    /**
     * The response to this request. To HEAD it has the Content-Length of the body, and no body (RFC 9110, section
     * 9.3.2).
     */
    byte[] to(RequestHead request, byte[] body) {
        byte[] end = !request.persistent() ? CLOSE : request.minor() == 0 ? KEEP_ALIVE : PERSISTENT;
        return bytes(body.length, end, request.method().equals("HEAD") ? NO_BODY : body);
    }

    byte[] to(RequestHead request, String reason) {
        return to(request, errorBody(reason));
    }

    /** A response after which the server closes the connection, whatever the client asked for. */
    byte[] closing(String reason) {
        byte[] body = errorBody(reason);
        return bytes(body.length, CLOSE, body);
    }

    private byte[] errorBody(String reason) {
        return utf8(format("%s: %s\n", status, reason));
    }

    private byte[] bytes(int length, byte[] end, byte[] body) {
        byte[] date = DATE.now();
        byte[] digits = Integer.toString(length).getBytes(US_ASCII);
        return ByteBuffer.allocate(beforeDate.length + date.length + afterDate.length + digits.length + end.length
                + body.length).put(beforeDate).put(date).put(afterDate).put(digits).put(end).put(body).array();
    }
}
