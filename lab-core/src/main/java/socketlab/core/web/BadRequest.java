package socketlab.core.web;

import socketlab.core.FrameException;

/** What arrived is no request that this server can read; the status and one line say why. */
final class BadRequest extends FrameException {
    private static final long serialVersionUID = 1;

    private final Status status;

    BadRequest(Status status, String why) {
        super(why);
        this.status = status;
    }

    /** The sender broke the grammar. */
    BadRequest(String why) {
        this(Status.BAD_REQUEST, why);
    }

    Status status() {
        return status;
    }
}
