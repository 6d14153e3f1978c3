package socketlab.services.web;

import socketlab.core.FrameException;

/** The client sent something that is not a request this server can read; the status and one line say why. */
final class BadRequest extends FrameException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    BadRequest(HttpStatus status, String why) {
        super(why);
        this.status = status;
    }

    /** 400: the bytes violate the HTTP grammar. */
    BadRequest(String why) {
        this(HttpStatus.BAD_REQUEST, why);
    }

    HttpStatus status() {
        return status;
    }
}
