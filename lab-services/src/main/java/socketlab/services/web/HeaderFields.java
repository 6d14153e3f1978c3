package socketlab.services.web;

import static socketlab.core.Text.format;

import socketlab.core.http.HttpSyntax;

/**
 * The header fields of one request that concern its connection: Host, Content-Length, Transfer-Encoding, Connection and
 * Expect.
 *
 * <p>Leniency is dangerous here. Where two servers disagree on the end of a request, an attacker can hide a second
 * request in the first one (request smuggling, RFC 9112, section 11.2). So a head that can be read in two ways is
 * refused.
 */
final class HeaderFields {
    private static final int MAX_FIELDS = 100;
    private static final int MAX_BODY_BYTES = 1 << 20;   // a body is skipped, so nobody needs to send a larger one

    private int count;
    private boolean hasHost;
    private boolean hasTransferEncoding;
    private boolean hasExpect;
    private long contentLength = -1;   // none given
    private boolean close;
    private boolean keepAlive;

    /** Parses one field line, without its line end. */
    void add(String line) throws BadRequest {
        if (++count > MAX_FIELDS) {
            throw new BadRequest(HttpStatus.FIELDS_TOO_LARGE, format("more than %d header fields",
                    MAX_FIELDS));
        }
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            throw new BadRequest("a header field must not continue on the next line (RFC 9112, section 5.2)");
        }
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(0, colon));
        if (!HttpSyntax.isToken(name)) {
            throw new BadRequest("a header field is NAME: VALUE, with no space before the colon");
        }
        String value = HttpSyntax.trimmed(line.substring(colon + 1));
        if (!HttpSyntax.isFieldValue(value)) {
            throw new BadRequest("a header field contains control characters");
        }
        add(name, value);
    }

    /** Names are compared in place: a copy in lower case would cost an allocation per field and request. */
    private void add(String name, String value) throws BadRequest {
        if (name.equalsIgnoreCase("Host")) {
            host(value);
        } else if (name.equalsIgnoreCase("Content-Length")) {
            contentLength(value);
        } else if (name.equalsIgnoreCase("Connection")) {
            connection(value);
        } else {
            hasTransferEncoding |= name.equalsIgnoreCase("Transfer-Encoding");
            hasExpect |= name.equalsIgnoreCase("Expect");
        }
    }

    private void host(String value) throws BadRequest {
        if (hasHost || !HttpSyntax.isHost(value)) {
            throw new BadRequest("there must be exactly one Host field, and its value must be a host");
        }
        hasHost = true;
    }

    private void contentLength(String value) throws BadRequest {
        if (contentLength >= 0 || !HttpSyntax.isNumber(value)) {
            throw new BadRequest("there may be one Content-Length field, and its value must be a number");
        }
        contentLength = Long.parseLong(value);
    }

    private void connection(String value) {
        for (String option : value.split(",")) {
            close |= HttpSyntax.trimmed(option).equalsIgnoreCase("close");
            keepAlive |= HttpSyntax.trimmed(option).equalsIgnoreCase("keep-alive");
        }
    }

    /** After the last field: throws when the fields contradict each other or the version, HTTP/1.{@code minor}. */
    void check(int minor) throws BadRequest {
        if (hasTransferEncoding && (contentLength >= 0 || minor == 0)) {
            throw new BadRequest("Content-Length and Transfer-Encoding contradict each other");
        }
        if (hasTransferEncoding) {
            throw new BadRequest(HttpStatus.NOT_IMPLEMENTED, "this server does not support Transfer-Encoding");
        }
        if (minor > 0 && !hasHost) {
            throw new BadRequest("HTTP/1.1 requires a Host field");
        }
        if (contentLength > MAX_BODY_BYTES) {
            throw new BadRequest(HttpStatus.CONTENT_TOO_LARGE, format("this server reads no body, and skips %d bytes at most",
                    MAX_BODY_BYTES));
        }
        if (hasExpect && contentLength > 0) {
            throw new BadRequest(HttpStatus.EXPECTATION_FAILED, "this server sends no 100 Continue");
        }
    }

    /** Bytes of the body that follow the head. */
    long bodyBytes() {
        return Math.max(0, contentLength);
    }

    /** HTTP/1.1 keeps the connection unless the client says close; HTTP/1.0 closes it unless the client says keep-alive
     * (RFC 9112, section 9.3). */
    boolean isPersistent(int minor) {
        return !close && (minor > 0 || keepAlive);
    }
}
