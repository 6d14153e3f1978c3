package socketlab.core;

/**
 * The bytes are not a message. The text is one line for the client that sent them. A framing may have a subtype with
 * more.
 */
public class FrameException extends Exception {
    private static final long serialVersionUID = 1;

    public FrameException(String message) {
        super(message);
    }
}
