package socketlab.course;

import java.util.List;
import java.util.Map;

/** What one line of an experiment's script does. There is no more to its language than this. */
sealed interface Step {
    /** {@code delay=5s}; or, where somebody is in a hurry, {@code [ -z "${QUICK:-}" ] || delay=500ms}. */
    record Set(Map<String, Word> values, boolean onlyQuick) implements Step {}

    /** {@code ./lab run ...} */
    record Lab(List<Word> words) implements Step {}

    /** {@code outcome=$?} */
    record Remember() implements Step {}

    /** {@code echo "words"} */
    record Say(List<Word> words) implements Step {}

    /** {@code exit "$outcome"}; or, to go on where all is well, {@code [ "$outcome" -eq 0 ] || exit "$outcome"}. */
    record Leave(boolean unlessWell) implements Step {}
}
