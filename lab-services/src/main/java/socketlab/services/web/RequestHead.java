package socketlab.services.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import socketlab.core.http.HttpSyntax;

/**
 * The parsed head of a request: request line and header fields (RFC 9112, sections 3 and 5).
 *
 * @param target     path and query as they were sent, {@code /sleep?ms=1000}
 * @param minor      0 for HTTP/1.0, 1 for HTTP/1.1
 * @param persistent the client may send another request on this connection
 * @param bodyBytes  bytes of the body, which follow the head
 */
record RequestHead(String method, String target, int minor, boolean persistent, long bodyBytes) {
    private static final String VERSION_PREFIX = "HTTP/";

    /** The bytes of one head, with the empty line at its end. */
    static RequestHead parse(byte[] bytes) throws BadRequest {
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf('\n');
        String first = line(text, 0, end);
        HeaderFields fields = new HeaderFields();
        for (int from = end + 1; (end = text.indexOf('\n', from)) >= 0; from = end + 1) {
            String line = line(text, from, end);
            if (!line.isEmpty()) {
                fields.add(line);
            }
        }
        return parse(first, fields);
    }

    /** A single newline ends a line too (RFC 9112, section 2.2): that is what a terminal sends when a person types. */
    private static String line(String text, int from, int newline) {
        int end = newline > from && text.charAt(newline - 1) == '\r' ? newline - 1 : newline;
        return text.substring(from, end);
    }

    private static RequestHead parse(String line, HeaderFields fields) throws BadRequest {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first == last || !HttpSyntax.isToken(line.substring(0, first))) {
            throw new BadRequest("a request line is METHOD TARGET HTTP/1.1, with one space between the parts");
        }
        int minor = minor(line.substring(last + 1));
        String target = line.substring(first + 1, last);
        if (!HttpSyntax.isTarget(target)) {
            throw new BadRequest("the target contains a space or another character that must be percent-encoded");
        }
        String path = path(target);
        if (path.charAt(0) != '/' && !path.equals("*") && !line.startsWith("CONNECT ")) {
            throw new BadRequest("the target must begin with a slash");
        }
        fields.check(minor);
        return new RequestHead(line.substring(0, first), path, minor, fields.isPersistent(minor), fields.bodyBytes());
    }

    private static int minor(String version) throws BadRequest {
        boolean wellFormed = version.length() == 8 && version.startsWith(VERSION_PREFIX) && version.charAt(6) == '.'
                && HttpSyntax.isNumber(version.substring(5, 6)) && HttpSyntax.isNumber(version.substring(7));
        if (!wellFormed) {
            throw new BadRequest("a request line must end with HTTP/1.1");
        }
        if (version.charAt(5) != '1') {
            throw new BadRequest(HttpStatus.VERSION_NOT_SUPPORTED, "this server supports HTTP/1.1 and HTTP/1.0");
        }
        return version.charAt(7) - '0';
    }

    /**
     * The absolute form, {@code http://host/path}, must be accepted too (RFC 9112, section 3.2.2); the path is enough
     * here.
     */
    private static String path(String target) {
        if (target.charAt(0) == '/' || !target.regionMatches(true, 0, "http://", 0, 7)) {
            return target;
        }
        int slash = target.indexOf('/', 7);
        int query = target.indexOf('?', 7);
        if (slash >= 0 && (query < 0 || slash < query)) {
            return target.substring(slash);
        }
        return query < 0 ? "/" : "/" + target.substring(query);
    }

    /** The same request, as if the client had sent {@code Connection: close}. */
    RequestHead withClose() {
        return new RequestHead(method, target, minor, false, bodyBytes);
    }
}
