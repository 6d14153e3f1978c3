package socketlab.lab.script;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one line of an experiment's script does. The language has no more than these five. */
sealed interface ScriptStep {
    /** {@code delay=5s}; or only with QUICK=1: {@code [ -z "${QUICK:-}" ] || delay=500ms}. */
    record Assign(Map<String, ScriptToken> values, boolean onlyQuick) implements ScriptStep {}

    /** {@code ./lab run ...}; or with its exit code kept where that is not 0: {@code ./lab run ... || outcome=$?}. */
    record RunLab(List<ScriptToken> arguments, boolean keepsFailure) implements ScriptStep {}

    /** {@code outcome=$?} */
    record KeepExitCode() implements ScriptStep {}

    /** {@code echo "words"} */
    record Echo(List<ScriptToken> words) implements ScriptStep {}

    /**
     * {@code exit "$outcome"}; or unless it is one of some: {@code [ "$outcome" -eq 0 ] || exit "$outcome"},
     * {@code case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac}.
     */
    record Exit(Set<Integer> unless) implements ScriptStep {}
}
