package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import socketlab.results.files.RunJson;

/**
 * One run of the lab, as {@code run.json} keeps it: what was asked, on which machine, and what each model made of it.
 *
 * @param schema raised only when an old field changes its meaning; a new field does not raise it
 * @param command the exact command that repeats the run
 * @param started when, as ISO 8601 in UTC
 * @param incomplete the run was interrupted, and this is what had been measured by then
 */
public record Run(int schema, String command, String started, String folder, boolean incomplete,
                  List<String> warnings, Environment environment, ServerSettings fairness, LoadSettings load,
                  List<ModelResult> models) {

    /** The only schema there has been. */
    public static final int SCHEMA = 1;

    public Run {
        command = requireNonNullElse(command, "");
        started = requireNonNullElse(started, "");
        folder = requireNonNullElse(folder, "");
        warnings = List.copyOf(requireNonNullElse(warnings, List.of()));
        environment = requireNonNullElse(environment, Environment.UNKNOWN);
        fairness = requireNonNullElse(fairness, ServerSettings.UNKNOWN);
        load = requireNonNullElse(load, LoadSettings.UNKNOWN);
        models = List.copyOf(requireNonNullElse(models, List.of()));
    }

    /** This run exactly as it stands in {@code run.json}, pretty printed, without a newline at the end. */
    public String toJson() {
        return RunJson.text(this);
    }
}
