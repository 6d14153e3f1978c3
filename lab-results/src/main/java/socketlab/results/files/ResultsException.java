package socketlab.results.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Results could not be read, written or drawn. The message is one line for the user: what, where, what to do. */
public final class ResultsException extends IOException {
    private static final long serialVersionUID = 1;

    public ResultsException(String message) {
        super(message);
    }

    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The reason in one line; the messages of libraries often have several, with class names of their own. */
    public static String reason(Exception e) {
        String text = switch (e) {
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case JacksonException io when io.getCause() instanceof CharacterCodingException -> "it is not UTF-8 text";
            case DatabindException wrong -> place(wrong) + " does not say what lab writes there";
            case JacksonException damaged -> damaged.getOriginalMessage();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
        return text.lines().findFirst().orElse("").replaceAll(" \\(for \\w+ starting at \\[.*", "")
                .replaceAll(", from `[^`]*`", "");
    }

    /** Where in the file, such as {@code models[3].requests}. */
    private static String place(DatabindException wrong) {
        StringBuilder place = new StringBuilder();
        wrong.getPath().forEach(step -> place.append(step.getPropertyName() == null ? "[" + step.getIndex() + "]"
                : (place.isEmpty() ? "" : ".") + step.getPropertyName()));
        return place.isEmpty() ? "it" : place.toString();
    }
}
