package socketlab.lab.script;

import java.util.List;
import java.util.Map;

/** What one line of an experiment's script does. The language has no more than these seven. */
sealed interface ScriptStep {
    /** {@code delay=5s}; or only with QUICK=1: {@code [ -z "${QUICK:-}" ] || delay=500ms}. */
    record Assign(Map<String, ScriptToken> values, boolean onlyQuick) implements ScriptStep {}

    /** {@code ./lab run ...} */
    record RunLab(List<ScriptToken> arguments) implements ScriptStep {}

    /** {@code outcome=$?} */
    record KeepExitCode() implements ScriptStep {}

    /** {@code echo "words"} */
    record Echo(List<ScriptToken> words) implements ScriptStep {}

    /** {@code exit "$outcome"}; or only where it is not 0: {@code [ "$outcome" -eq 0 ] || exit "$outcome"}. */
    record Exit(boolean unlessZero) implements ScriptStep {}

    /**
     * Goes on after 0, and after 4: noise in the first half says nothing about the second. {@code [ "$outcome" -eq 0 ] ||
     * noisy=$outcome; [ "${noisy:-4}" -eq 4 ] || exit "$noisy"}.
     */
    record ExitUnlessNoisy() implements ScriptStep {}

    /** A 4 of an earlier command is the outcome of all where no later one failed: {@code [ "$outcome" -ne 0 ] || outcome=${noisy:-0}}. */
    record RememberNoise() implements ScriptStep {}
}
