package socketlab.reference;

import java.io.IOException;

/** A program of the comparison cannot run on this system; the message says why, in one line. */
final class LeftOutException extends IOException {
    private static final long serialVersionUID = 1;

    LeftOutException(String why) {
        super(why);
    }
}
