package socketlab.lab.script;

import java.util.List;
import java.util.Map;

/** What one line of an experiment's script does. There is no more to its language than this. */
sealed interface ScriptStep {
    /** {@code delay=5s}; or, where somebody is in a hurry, {@code [ -z "${QUICK:-}" ] || delay=500ms}. */
    record Set(Map<String, ScriptToken> values, boolean onlyQuick) implements ScriptStep {}

    /** {@code ./lab run ...} */
    record Lab(List<ScriptToken> words) implements ScriptStep {}

    /** {@code outcome=$?} */
    record Remember() implements ScriptStep {}

    /** {@code echo "words"} */
    record Say(List<ScriptToken> words) implements ScriptStep {}

    /** {@code exit "$outcome"}; or, to go on where all is well, {@code [ "$outcome" -eq 0 ] || exit "$outcome"}. */
    record Leave(boolean unlessWell) implements ScriptStep {}
}
