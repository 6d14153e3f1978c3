package socketlab.fuzz;

import java.util.Map;
import java.util.TreeMap;
import socketlab.core.framing.LengthFraming;
import socketlab.core.framing.LineFraming;
import socketlab.load.http.Http;
import socketlab.services.pickle.PickleFraming;
import socketlab.services.web.RequestTarget;

/**
 * Everything that reads bytes which others have made. A target throws where an input gives anything but a value or the one
 * line that is documented. Jazzer calls {@link #fuzzerTestOneInput} with inputs of its own.
 */
public final class FuzzTargets {
    /** Short messages: the limits are within reach of a short input. */
    static final int MAX = 40;

    static final Map<String, Target> ALL = new TreeMap<>(Map.of(
            "lines", input -> new DecoderTarget(new LineFraming(MAX), MAX + 1).check(input, FuzzTargets::withoutReturn),
            "telnet", input -> new DecoderTarget(new LineFraming(MAX).withTelnet(), MAX + 1).check(input),
            "length", input -> new DecoderTarget(new LengthFraming(MAX), MAX + 4).check(input, message -> message),
            "raw", RawTarget::check,
            "pickle", input -> new DecoderTarget(new PickleFraming(MAX), MAX + 64 + 8).check(input, message -> message),
            "request", RequestTarget::check,
            "response", input -> new DecoderTarget(new Http("lab", "/"), Integer.MAX_VALUE).check(input),
            "run-json", FileTargets::checkRun,
            "csv", FileTargets::checkCsv,
            "hlog", FileTargets::checkHistogram));

    private FuzzTargets() {}

    /** A carriage return at the end of a message becomes part of the line's end. */
    private static String withoutReturn(String message) {
        return message.endsWith("\r") ? message.substring(0, message.length() - 1) : message;
    }

    /** Reads one input. */
    @FunctionalInterface
    interface Target {
        void check(byte[] input) throws Exception;
    }

    /** For Jazzer: the target that the property {@code fuzz.target} names. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        ALL.get(System.getProperty("fuzz.target")).check(input);
    }
}
