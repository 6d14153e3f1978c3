package socketlab.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a measurement says about its prediction. */
public enum Verdict {
    /** Within 2 % or 10 ms of the prediction. */
    AS_PREDICTED("as predicted"),
    /** Further away, or a request failed. */
    OFF("off"),
    /** What others took of the machine could have turned it. */
    INCONCLUSIVE("inconclusive"),
    /** No prediction applies to this load. */
    NO_PREDICTION("no prediction");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** The words used in files and tables. */
    @JsonValue
    public String text() {
        return text;
    }

    /**
     * The verdict that a file calls {@code text}.
     *
     * @throws IllegalArgumentException when there is no such verdict
     */
    @JsonCreator
    static Verdict of(String text) {
        for (Verdict verdict : values()) {
            if (verdict.text.equals(text)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no such verdict: " + text);
    }
}
