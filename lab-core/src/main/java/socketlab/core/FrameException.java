package socketlab.core;

/** What arrived is no message; the text is fit to be shown to the client that sent it. A framing may tell more. */
public class FrameException extends Exception {
    private static final long serialVersionUID = 1;

    public FrameException(String message) {
        super(message);
    }
}
