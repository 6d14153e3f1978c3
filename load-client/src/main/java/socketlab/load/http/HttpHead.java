package socketlab.load.http;

import java.util.Locale;
import java.util.regex.Pattern;
import socketlab.core.FrameException;

/** What the head of an HTTP answer says about where the answer ends, and whether another may follow. */
final class HttpHead {
    private static final long UNKNOWN = -1;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,15}");

    private final String statusLine;
    private final int status;
    private long length = UNKNOWN;
    private boolean chunked;
    private boolean last;

    private HttpHead(String statusLine, int status, boolean last) {
        this.statusLine = statusLine;
        this.status = status;
        this.last = last;
    }

    static HttpHead of(String statusLine) throws FrameException {
        if (!STATUS_LINE.matcher(statusLine).matches()) {
            throw new FrameException("this is no HTTP/1 status line");
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        if (status == 101) {
            throw new FrameException("the server changes to a protocol that nobody asked for");
        }
        return new HttpHead(statusLine, status, statusLine.startsWith("HTTP/1.0"));
    }

    void header(String line) throws FrameException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new FrameException("a header without a colon");
        }
        if ("ctCT".indexOf(line.charAt(0)) < 0) {
            return;   // most lines are of no concern here, and cost nothing
        }
        String value = line.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "content-length" -> length(value);
            case "transfer-encoding" -> chunked = value.endsWith("chunked");
            case "connection" -> last = value.contains("close") || last && !value.contains("keep-alive");
            default -> { }
        }
    }

    private void length(String value) throws FrameException {
        if (!LENGTH.matcher(value).matches() || length != UNKNOWN && length != Long.parseLong(value)) {
            throw new FrameException("a length that cannot be");
        }
        length = Long.parseLong(value);
    }

    /** Without what may follow it (an extension). */
    static long chunkSize(String line) throws FrameException {
        String digits = line.split(";", 2)[0].strip();
        if (!CHUNK_SIZE.matcher(digits).matches()) {
            throw new FrameException("a chunk without a size");
        }
        return Long.parseLong(digits, 16);
    }

    /** Another head follows before the answer. */
    boolean isInterim() {
        return status < 200;
    }

    boolean chunked() {
        return chunked && hasBody();
    }

    boolean endsWithStream() {
        return hasBody() && !chunked && length == UNKNOWN;
    }

    long length() {
        return hasBody() ? length : 0;
    }

    private boolean hasBody() {
        return status != 204 && status != 304;
    }

    boolean last() {
        return last || endsWithStream();
    }

    String statusLine() {
        return statusLine;
    }
}
