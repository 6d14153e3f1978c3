package socketlab.lab.text;

/** Something could not be done; the message is one line for the user: what, where, and what to do instead. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The message is shown as it is. */
    public LabException(String message) {
        super(message);
    }

    /** The same with its cause, which only {@code --verbose} shows. */
    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
