package socketlab.lab.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an experiment does, step by step. Run by a shell or by this class, it runs the same commands. */
record Script(List<ScriptStep> steps) {

    /** Executes what a script asks for. */
    interface Executor {
        /** Runs {@code lab} with these arguments and returns its exit code. */
        int runLab(List<String> arguments);

        /** Prints a line, as {@code echo} does. */
        void print(String line);
    }

    /**
     * Runs the script to its end and returns its exit code.
     *
     * @param quick whether it uses its short delays, as with QUICK=1
     */
    int run(boolean quick, Executor executor) {
        Map<String, String> values = new HashMap<>();
        int outcome = 0;
        int status = 0;   // of the line before, as $? has it
        for (ScriptStep step : steps) {
            int before = status;
            status = 0;
            switch (step) {
                case ScriptStep.Assign assign when quick || !assign.onlyQuick() ->
                        assign.values().forEach((name, token) -> values.put(name, token.expand(values)));
                case ScriptStep.Assign _ -> {}
                case ScriptStep.RunLab lab -> {
                    int code = executor.runLab(expand(lab.arguments(), values));
                    status = lab.keepsFailure() ? 0 : code;
                    outcome = lab.keepsFailure() && code != 0 ? code : outcome;
                }
                case ScriptStep.Echo echo -> executor.print(String.join(" ", expand(echo.words(), values)));
                case ScriptStep.KeepExitCode _ -> outcome = before;
                case ScriptStep.Exit exit -> {
                    if (!exit.unless().contains(outcome)) {
                        return outcome;
                    }
                }
            }
        }
        return status;
    }

    private static List<String> expand(List<ScriptToken> tokens, Map<String, String> values) {
        return tokens.stream().map(token -> token.expand(values)).toList();
    }
}
