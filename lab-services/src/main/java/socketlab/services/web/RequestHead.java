package socketlab.services.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import socketlab.core.http.HttpSyntax;

/**
 * A request, as far as it matters here (RFC 9112, sections 3 and 5).
 *
 * @param target     path and query as they were sent, {@code /sleep?ms=1000}
 * @param minor      0 for HTTP/1.0, which does not expect its connection to last
 * @param persistent whether the client will use the connection again
 * @param bodyBytes  how many bytes follow that are not yet the next request
 */
record RequestHead(String method, String target, int minor, boolean persistent, long bodyBytes) {
    private static final String VERSION = "HTTP/";

    /** The bytes end with the empty line. */
    static RequestHead of(byte[] bytes) throws BadRequest {
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf('\n');
        String first = line(text, 0, end);
        HeaderFields fields = new HeaderFields();
        for (int from = end + 1; (end = text.indexOf('\n', from)) >= 0; from = end + 1) {
            String line = line(text, from, end);
            if (!line.isEmpty()) {
                fields.take(line);
            }
        }
        return of(first, fields);
    }

    /** A newline alone ends a line too (RFC 9112, 2.2): people type requests, and their terminals send no more. */
    private static String line(String text, int from, int newline) {
        int end = newline > from && text.charAt(newline - 1) == '\r' ? newline - 1 : newline;
        return text.substring(from, end);
    }

    private static RequestHead of(String line, HeaderFields fields) throws BadRequest {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first == last || !HttpSyntax.isToken(line.substring(0, first))) {
            throw new BadRequest("a request begins METHOD TARGET HTTP/1.1, with one space between them");
        }
        int minor = minor(line.substring(last + 1));
        String target = line.substring(first + 1, last);
        if (!HttpSyntax.isTarget(target)) {
            throw new BadRequest("the target holds a space or another character that has to be written as %XX");
        }
        String path = path(target);
        if (path.charAt(0) != '/' && !path.equals("*") && !line.startsWith("CONNECT ")) {
            throw new BadRequest("a target begins with a slash");
        }
        fields.check(minor);
        return new RequestHead(line.substring(0, first), path, minor, fields.persistent(minor), fields.bodyBytes());
    }

    private static int minor(String version) throws BadRequest {
        boolean wellFormed = version.length() == 8 && version.startsWith(VERSION) && version.charAt(6) == '.'
                && HttpSyntax.isNumber(version.substring(5, 6)) && HttpSyntax.isNumber(version.substring(7));
        if (!wellFormed) {
            throw new BadRequest("a request ends its first line with HTTP/1.1");
        }
        if (version.charAt(5) != '1') {
            throw new BadRequest(HttpStatus.VERSION_NOT_SUPPORTED, "this server speaks HTTP/1.1");
        }
        return version.charAt(7) - '0';
    }

    /** A proxy's form, {@code http://host/path}, must be understood too (RFC 9112, 3.2.2); the path is all we need. */
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

    /** The same request, of a client that will not use the connection again. */
    RequestHead andLast() {
        return new RequestHead(method, target, minor, false, bodyBytes);
    }
}
