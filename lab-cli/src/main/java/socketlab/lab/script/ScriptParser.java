package socketlab.lab.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import socketlab.lab.text.LabException;

/** Reads the few kinds of line that an experiment's script is made of, so that it also runs where there is no sh. */
final class ScriptParser {
    private static final String HOME = "cd \"$(dirname \"$0\")/..\" || exit 1";
    private static final String UNLESS_QUICK = "[ -z \"${QUICK:-}\" ] || ";
    private static final Map<String, ScriptStep> PHRASES = Map.of("outcome=$?", new ScriptStep.Remember(),
            "[ \"$outcome\" -eq 0 ] || exit \"$outcome\"", new ScriptStep.Leave(true),
            "exit \"$outcome\"", new ScriptStep.Leave(false));

    private final String name;
    private final Set<String> known = new HashSet<>();
    private final List<ScriptStep> steps = new ArrayList<>();

    ScriptParser(String name) {
        this.name = name;
    }

    /** @throws LabException that names the first line that sh would understand and we do not */
    List<ScriptStep> read(List<String> lines) {
        StringBuilder line = new StringBuilder();
        boolean home = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!line.isEmpty() || !lines.get(i).startsWith("#")) {
                line.append(lines.get(i));
            }
            if (line.toString().endsWith("\\")) {
                line.setLength(line.length() - 1);
                continue;
            }
            if (line.toString().equals(HOME)) {
                home = true;
            } else if (!line.toString().isBlank()) {
                steps.add(home ? step(line.toString().strip(), i + 1) : refuse(line.toString(), i + 1));
            }
            line.setLength(0);
        }
        return !steps.isEmpty() && steps.getLast().equals(new ScriptStep.Leave(false)) && line.isEmpty() ? List.copyOf(steps)
                : List.of(refuse(lines.isEmpty() ? "" : lines.getLast(), lines.size()));
    }

    private ScriptStep step(String line, int number) {
        if (PHRASES.containsKey(line)) {
            return PHRASES.get(line);
        }
        try {
            boolean onlyQuick = line.startsWith(UNLESS_QUICK);
            List<ScriptToken> words = known(ScriptToken.split(onlyQuick ? ungrouped(line.substring(UNLESS_QUICK.length())) : line));
            Optional<ScriptStep> values = values(words, onlyQuick);
            if (values.isPresent()) {
                return values.get();
            }
            List<ScriptToken> rest = words.subList(1, words.size());
            return switch (onlyQuick ? "" : words.getFirst().said(Map.of())) {
                case "./lab" -> new ScriptStep.Lab(rest);
                case "echo" -> new ScriptStep.Say(rest);
                default -> refuse(line, number);
            };
        } catch (IllegalArgumentException notOurs) {
            return refuse(line, number);
        }
    }

    private static String ungrouped(String list) {
        return list.startsWith("{ ") && list.endsWith("; }") ? list.substring(2, list.length() - 3) : list;
    }

    /** What sh would take for empty is rather a slip of the pen. */
    private List<ScriptToken> known(List<ScriptToken> words) {
        words.stream().flatMap(word -> word.variables().stream()).filter(used -> !known.contains(used)).findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(unknown);
                });
        return words;
    }

    private Optional<ScriptStep> values(List<ScriptToken> words, boolean onlyQuick) {
        Map<String, ScriptToken> values = new LinkedHashMap<>();
        for (ScriptToken word : words) {
            Map.Entry<String, ScriptToken> assigned = word.assigned();
            if (assigned == null) {
                return Optional.empty();
            }
            values.put(assigned.getKey(), assigned.getValue());
        }
        known.addAll(onlyQuick ? Set.of() : values.keySet());
        return Optional.of(new ScriptStep.Set(values, onlyQuick));
    }

    private ScriptStep refuse(String line, int number) {
        throw new LabException(("%s, line %d: '%s' is more than lab experiment understands; "
                + "where there is a sh, run the script itself: experiments/%s").formatted(name, number, line, name));
    }
}
