package socketlab.services.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import socketlab.core.http.HttpSyntax;

/**
 * The parsed head of a request: request line and header fields (RFC 9112, sections 3 and 5).
 *
 * @param target     path and query, {@code /sleep?ms=1000}; characters that need no {@code %XX} are decoded
 * @param minor      0 for HTTP/1.0, 1 for HTTP/1.1
 * @param persistent the client may send another request on this connection
 * @param bodyBytes  bytes of the body, which follow the head
 */
record RequestHead(String method, String target, int minor, boolean persistent, long bodyBytes) {
    private static final String VERSION_PREFIX = "HTTP/";
    private static final String ABSOLUTE_PREFIX = "http://";

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
        String path = decodeUnreserved(path(target));
        boolean otherForm = line.startsWith("CONNECT ") || (line.startsWith("OPTIONS ") && path.equals("*"));
        if (path.charAt(0) != '/' && !otherForm) {
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
     * here. It names a host, and no user (RFC 9110, sections 4.2.1 and 4.2.4).
     */
    private static String path(String target) throws BadRequest {
        if (!target.regionMatches(true, 0, ABSOLUTE_PREFIX, 0, ABSOLUTE_PREFIX.length())) {
            return target;
        }
        int start = ABSOLUTE_PREFIX.length();
        int end = start;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        if (start == end || !HttpSyntax.isHost(target.substring(start, end))) {
            throw new BadRequest("the target must name a host between http:// and its path");
        }
        String path = target.substring(end);
        return path.startsWith("/") ? path : "/" + path;
    }

    /**
     * {@code /%61bout} is {@code /about}: a letter, a digit and {@code - . _ ~} mean the same with {@code %XX} and without
     * (RFC 3986, sections 2.3 and 6.2.2.2). All else stays as it is: {@code %2F} is no slash that separates segments.
     */
    private static String decodeUnreserved(String target) throws BadRequest {
        int percent = target.indexOf('%');
        if (percent < 0) {
            return target;
        }
        StringBuilder decoded = new StringBuilder();
        int from = 0;
        for (; percent >= 0; percent = target.indexOf('%', from)) {
            int character = HttpSyntax.percentDecoded(target, percent);
            if (character < 0) {
                throw new BadRequest("a % in the target must be followed by two hexadecimal digits");
            }
            decoded.append(target, from, percent);
            from = percent + 3;
            decoded.append(HttpSyntax.isUnreserved(character) ? "" + (char) character : target.substring(percent, from));
        }
        return decoded.append(target, from, target.length()).toString();
    }

    /** The same request, as if the client had sent {@code Connection: close}. */
    RequestHead withClose() {
        return new RequestHead(method, target, minor, false, bodyBytes);
    }
}
