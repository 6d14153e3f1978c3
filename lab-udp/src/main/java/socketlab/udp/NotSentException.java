package socketlab.udp;

import java.io.IOException;

/** A message did not leave and never will; the text is fit to be shown to the client that it was for. */
final class NotSentException extends IOException {
    private static final long serialVersionUID = 1;

    NotSentException(String message) {
        super(message);
    }
}
