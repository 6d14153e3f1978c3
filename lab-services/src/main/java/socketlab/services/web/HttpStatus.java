package socketlab.services.web;

/** How a request fared (RFC 9110, section 15): only what this server has reason to say. */
enum HttpStatus {
    OK(200, "OK"),
    BAD_REQUEST(400, "Bad Request"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    CONTENT_TOO_LARGE(413, "Content Too Large"),
    URI_TOO_LONG(414, "URI Too Long"),
    EXPECTATION_FAILED(417, "Expectation Failed"),
    FIELDS_TOO_LARGE(431, "Request Header Fields Too Large"),
    NOT_IMPLEMENTED(501, "Not Implemented"),
    UNAVAILABLE(503, "Service Unavailable"),
    VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

    private final String line;

    HttpStatus(int code, String reason) {
        this.line = code + " " + reason;
    }

    /** As it stands in the first line of an answer: {@code 404 Not Found}. */
    @Override
    public String toString() {
        return line;
    }
}
