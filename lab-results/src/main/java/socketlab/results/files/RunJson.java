package socketlab.results.files;

import java.nio.file.Path;
import java.util.Locale;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code run.json}: snake_case keys in the order of the records. Unknown keys are skipped, missing ones are null or 0. */
public final class RunJson {
    private static final int DEEPEST = 50;
    private static final int MOST_TOKENS = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxTokenCount(MOST_TOKENS).build()).build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private RunJson() {}

    /** This run as it stands in {@code run.json}, indented, without a newline at the end. */
    public static String text(Run run) {
        return MAPPER.writeValueAsString(run);
    }

    /** One result as it stands in {@code models}; its keys are the names of metrics. */
    public static JsonNode tree(ModelResult result) {
        return MAPPER.valueToTree(result);
    }

    /**
     * The run that {@code text} holds.
     *
     * @param file to be named in an error
     * @throws ResultsException when the text has another schema, or none, or holds more than is read
     * @throws JacksonException when it is no JSON or has other values than the records
     */
    static Run parse(Path file, String text) throws ResultsException {
        JsonNode tree = MAPPER.readTree(text);
        int schema = tree.path("schema").asInt(0);
        if (schema == 0) {
            throw new ResultsException(String.format(Locale.ROOT,
                    "%s: this is no run of socketlab: it has no schema, this one reads schema %d; give the folder of a run",
                    file, Run.SCHEMA));
        }
        if (schema < Run.SCHEMA) {
            throw new ResultsException(String.format(Locale.ROOT,
                    "%s: an older lab wrote this file (schema %d), this one reads schema %d; repeat the", file, schema,
                    Run.SCHEMA) + " run, or use the older lab");
        }
        if (schema > Run.SCHEMA) {
            throw new ResultsException(String.format(Locale.ROOT,
                    "%s: a newer lab wrote this file (schema %d), this one reads schema %d; use a newer", file, schema,
                    Run.SCHEMA) + " lab");
        }
        RunLimits.apply(file, tree);
        return MAPPER.treeToValue(tree, Run.class);
    }
}
