package socketlab.lab.text;

/** It could not be done; the message is one line that says what, where, and what to do instead. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
