package socketlab.services.web;

import socketlab.core.http.HttpSyntax;

/**
 * What the fields of one head say about its own message: whom it is for, how long its body is, whether more will come.
 *
 * <p>The one part of HTTP where leniency is dangerous. Two servers that disagree on where a message ends can be made to
 * disagree on what the next one says (request smuggling), so whatever could be read in two ways is refused.
 */
final class HeaderFields {
    private static final int MOST = 100;
    private static final int MOST_BODY = 1 << 20;   // nobody reads it, so nobody need send more

    private int count;
    private boolean host;
    private boolean coded;
    private boolean expecting;
    private long length = -1;   // none given
    private boolean close;
    private boolean keepAlive;

    void take(String line) throws BadRequest {
        if (++count > MOST) {
            throw new BadRequest(HttpStatus.FIELDS_TOO_LARGE, "there are more than %d fields".formatted(MOST));
        }
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            throw new BadRequest("a field must not go on in the next line (RFC 9112, 5.2)");
        }
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(0, colon));
        if (!HttpSyntax.isToken(name)) {
            throw new BadRequest("a field is NAME: VALUE, with no space before the colon");
        }
        String value = HttpSyntax.trimmed(line.substring(colon + 1));
        if (!HttpSyntax.isFieldValue(value)) {
            throw new BadRequest("there are control characters in a field");
        }
        take(name, value);
    }

    /** Names are compared where they stand: lower case would be a copy of each, for every request. */
    private void take(String name, String value) throws BadRequest {
        if (name.equalsIgnoreCase("Host")) {
            host(value);
        } else if (name.equalsIgnoreCase("Content-Length")) {
            length(value);
        } else if (name.equalsIgnoreCase("Connection")) {
            connection(value);
        } else {
            coded |= name.equalsIgnoreCase("Transfer-Encoding");
            expecting |= name.equalsIgnoreCase("Expect");
        }
    }

    private void host(String value) throws BadRequest {
        if (host || !HttpSyntax.isHost(value)) {
            throw new BadRequest("there must be one Host, and it must be one");
        }
        host = true;
    }

    private void length(String value) throws BadRequest {
        if (length >= 0 || !HttpSyntax.isNumber(value)) {
            throw new BadRequest("there may be one Content-Length, and it must be a number");
        }
        length = Long.parseLong(value);
    }

    private void connection(String value) {
        for (String option : value.split(",")) {
            close |= HttpSyntax.trimmed(option).equalsIgnoreCase("close");
            keepAlive |= HttpSyntax.trimmed(option).equalsIgnoreCase("keep-alive");
        }
    }

    /** Once all have been taken: do they agree with each other, and with the version? */
    void check(int minor) throws BadRequest {
        if (coded && (length >= 0 || minor == 0)) {
            throw new BadRequest("how long is the body: as Content-Length says, or as Transfer-Encoding does?");
        }
        if (coded) {
            throw new BadRequest(HttpStatus.NOT_IMPLEMENTED, "this server reads no Transfer-Encoding");
        }
        if (minor > 0 && !host) {
            throw new BadRequest("HTTP/1.1 needs a Host field");
        }
        if (length > MOST_BODY) {
            throw new BadRequest(HttpStatus.CONTENT_TOO_LARGE, "nobody reads a body here, least of all a long one");
        }
        if (expecting && length > 0) {
            throw new BadRequest(HttpStatus.EXPECTATION_FAILED, "nobody here waits for a body: send it, or better none");
        }
    }

    /** Bytes that follow the head. */
    long bodyBytes() {
        return Math.max(0, length);
    }

    /** HTTP/1.1 stays unless told to leave, HTTP/1.0 leaves unless told to stay (RFC 9112, section 9.3). */
    boolean persistent(int minor) {
        return !close && (minor > 0 || keepAlive);
    }
}
