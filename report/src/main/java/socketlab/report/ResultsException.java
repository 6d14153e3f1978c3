package socketlab.report;

import java.io.IOException;

/** Results could not be read or drawn; the message is the one line a user sees: what, where, what to do. */
public final class ResultsException extends IOException {
    private static final long serialVersionUID = 1;

    public ResultsException(String message) {
        super(message);
    }

    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
