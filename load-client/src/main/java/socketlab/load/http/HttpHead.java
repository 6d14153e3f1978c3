package socketlab.load.http;

import java.util.Locale;
import java.util.regex.Pattern;
import socketlab.core.FrameException;

/** What the head of a response says about the length of its body (RFC 9112, section 6) and about its connection. */
final class HttpHead {
    private static final long UNKNOWN = -1;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,15}");

    private final String statusLine;
    private final int status;
    private long contentLength = UNKNOWN;
    private boolean chunked;
    private boolean closing;

    private HttpHead(String statusLine, int status, boolean closing) {
        this.statusLine = statusLine;
        this.status = status;
        this.closing = closing;
    }

    /** HTTP/1.0 closes the connection unless it says {@code keep-alive}. */
    static HttpHead of(String statusLine) throws FrameException {
        if (!STATUS_LINE.matcher(statusLine).matches()) {
            throw new FrameException("this is no HTTP/1 status line");
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        if (status == 101) {
            throw new FrameException("the server switches to a protocol that was not requested");
        }
        return new HttpHead(statusLine, status, statusLine.startsWith("HTTP/1.0"));
    }

    void parseField(String line) throws FrameException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new FrameException("a header field without a colon");
        }
        if ("ctCT".indexOf(line.charAt(0)) < 0) {
            return;   // no field that matters here: most lines cost no allocation
        }
        String value = line.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "content-length" -> parseContentLength(value);
            case "transfer-encoding" -> chunked = value.endsWith("chunked");
            case "connection" -> closing = value.contains("close") || (closing && !value.contains("keep-alive"));
            default -> {}
        }
    }

    private void parseContentLength(String value) throws FrameException {
        if (!LENGTH.matcher(value).matches() || (contentLength != UNKNOWN && contentLength != Long.parseLong(value))) {
            throw new FrameException("an invalid Content-Length");
        }
        contentLength = Long.parseLong(value);
    }

    /** The size in bytes on this line, without the extension that may follow it. */
    static long chunkSize(String line) throws FrameException {
        String digits = line.split(";", 2)[0].strip();
        if (!CHUNK_SIZE.matcher(digits).matches()) {
            throw new FrameException("a chunk without a size");
        }
        return Long.parseLong(digits, 16);
    }

    /** Status 1xx: the head of the final response follows. */
    boolean isInterim() {
        return status < 200;
    }

    boolean isChunked() {
        return chunked && hasBody();
    }

    /** The body ends where the server closes the connection. */
    boolean endsWithStream() {
        return hasBody() && !chunked && contentLength == UNKNOWN;
    }

    /** In bytes; -1 where {@link #endsWithStream}. */
    long contentLength() {
        return hasBody() ? contentLength : 0;
    }

    private boolean hasBody() {
        return status != 204 && status != 304;
    }

    boolean closesConnection() {
        return closing || endsWithStream();
    }

    String statusLine() {
        return statusLine;
    }
}
