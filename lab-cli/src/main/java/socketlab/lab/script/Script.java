package socketlab.lab.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an experiment does, step by step; whether sh goes through it or we do, the same commands run. */
public record Script(List<ScriptStep> steps) {

    /** Where it is played: who runs a command, and who hears what is said. */
    public interface Stage {
        /** Runs {@code lab} with these words and returns its exit code. */
        int lab(List<String> words);

        void say(String line);
    }

    /**
     * Plays it to its end and returns its exit code.
     *
     * @param quick whether its waits are to be short
     */
    public int play(boolean quick, Stage stage) {
        Map<String, String> values = new HashMap<>();
        int last = 0;
        int outcome = 0;
        for (ScriptStep step : steps) {
            switch (step) {
                case ScriptStep.Set set when quick || !set.onlyQuick() ->
                        set.values().forEach((name, word) -> values.put(name, word.said(values)));
                case ScriptStep.Set _ -> { }
                case ScriptStep.Lab lab -> last = stage.lab(said(lab.words(), values));
                case ScriptStep.Say say -> stage.say(String.join(" ", said(say.words(), values)));
                case ScriptStep.Remember _ -> outcome = last;
                case ScriptStep.Leave leave -> {
                    if (outcome != 0 || !leave.unlessWell()) {
                        return outcome;
                    }
                }
            }
        }
        throw new IllegalStateException("a script ends with exit");
    }

    private static List<String> said(List<ScriptToken> words, Map<String, String> values) {
        return words.stream().map(word -> word.said(values)).toList();
    }
}
