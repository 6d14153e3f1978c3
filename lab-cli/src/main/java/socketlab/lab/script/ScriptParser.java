package socketlab.lab.script;

import static socketlab.core.Text.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.lab.text.LabException;

/** Parses the few kinds of line of an experiment's script, so that it also runs where there is no sh. */
final class ScriptParser {
    private static final String HOME = "cd \"$(dirname \"$0\")/..\" || exit 1";
    private static final String IF_QUICK = "[ -z \"${QUICK:-}\" ] || ";
    private static final String OR_KEEP = " || outcome=$?";
    private static final Map<String, ScriptStep> PHRASES = Map.of("outcome=$?", new ScriptStep.KeepExitCode(),
            "[ \"$outcome\" -eq 0 ] || exit \"$outcome\"", new ScriptStep.Exit(Set.of(0)),
            "exit \"$outcome\"", new ScriptStep.Exit(Set.of()));
    private static final Pattern UNLESS = Pattern.compile(
            "case \\$outcome in ([0-9]{1,3}(?: \\| [0-9]{1,3})*)\\) ;; \\*\\) exit \"\\$outcome\" ;; esac");

    private final String name;
    private final Set<String> known = new HashSet<>();
    private final List<ScriptStep> steps = new ArrayList<>();

    ScriptParser(String name) {
        this.name = name;
    }

    /**
     * Parses a whole script.
     *
     * @throws LabException that names the first line that only a shell understands, or says that nothing is run
     */
    List<ScriptStep> parse(List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (!line.isEmpty() || !lines.get(i).startsWith("#")) {
                line.append(lines.get(i));
            }
            if (line.toString().endsWith("\\")) {
                line.setLength(line.length() - 1);
                continue;
            }
            if (!line.toString().equals(HOME) && !line.toString().isBlank()) {
                steps.add(step(line.toString().strip(), i + 1));
            }
            line.setLength(0);
        }
        if (!line.isEmpty()) {
            reject(lines.getLast(), lines.size());
        }
        if (steps.stream().noneMatch(ScriptStep.RunLab.class::isInstance)) {
            throw new LabException(format("%s runs nothing; write a line such as: ./lab run -m single,threaded", name));
        }
        return List.copyOf(steps);
    }

    private ScriptStep step(String line, int number) {
        if (PHRASES.containsKey(line)) {
            return PHRASES.get(line);
        }
        Matcher unless = UNLESS.matcher(line);
        if (unless.matches()) {
            return new ScriptStep.Exit(Stream.of(unless.group(1).split(" \\| ")).map(Integer::valueOf)
                    .collect(Collectors.toSet()));
        }
        try {
            boolean onlyQuick = line.startsWith(IF_QUICK);
            boolean keepsFailure = line.endsWith(OR_KEEP);
            String words = onlyQuick ? ungrouped(line.substring(IF_QUICK.length()))
                    : keepsFailure ? line.substring(0, line.length() - OR_KEEP.length()) : line;
            List<ScriptToken> tokens = requireKnown(ScriptToken.split(words));
            Optional<ScriptStep> assignment = assignment(tokens, onlyQuick);
            if (assignment.isPresent() && !keepsFailure) {
                return assignment.get();
            }
            List<ScriptToken> rest = tokens.subList(1, tokens.size());
            String command = onlyQuick ? "" : tokens.getFirst().expand(Map.of());
            if (command.equals("./lab")) {
                return new ScriptStep.RunLab(rest, keepsFailure);
            }
            return command.equals("echo") && !keepsFailure ? new ScriptStep.Echo(rest) : reject(line, number);
        } catch (IllegalArgumentException notOurs) {
            return reject(line, number);
        }
    }

    private static String ungrouped(String list) {
        return list.startsWith("{ ") && list.endsWith("; }") ? list.substring(2, list.length() - 3) : list;
    }

    /** A shell takes an unknown variable as empty; here it is rather a typing error. */
    private List<ScriptToken> requireKnown(List<ScriptToken> tokens) {
        tokens.stream().flatMap(token -> token.variables().stream()).filter(used -> !known.contains(used)).findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(unknown);
                });
        return tokens;
    }

    private Optional<ScriptStep> assignment(List<ScriptToken> tokens, boolean onlyQuick) {
        Map<String, ScriptToken> values = new LinkedHashMap<>();
        for (ScriptToken token : tokens) {
            Map.Entry<String, ScriptToken> assignment = token.assignment();
            if (assignment == null) {
                return Optional.empty();
            }
            values.put(assignment.getKey(), assignment.getValue());
        }
        known.addAll(onlyQuick ? Set.of() : values.keySet());
        return Optional.of(new ScriptStep.Assign(values, onlyQuick));
    }

    private ScriptStep reject(String line, int number) {
        throw new LabException(format("%s, line %d: '%s' needs a shell, and lab experiment has none; "
                + "run the script itself: experiments/%s", name, number, line, name));
    }
}
