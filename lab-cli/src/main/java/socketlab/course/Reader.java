package socketlab.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import socketlab.run.LabException;

/** Reads the few kinds of line that an experiment's script is made of, so that it also runs where there is no sh. */
final class Reader {
    private static final String HOME = "cd \"$(dirname \"$0\")/..\" || exit 1";
    private static final String UNLESS_QUICK = "[ -z \"${QUICK:-}\" ] || ";
    private static final Map<String, Step> PHRASES = Map.of("outcome=$?", new Step.Remember(),
            "[ \"$outcome\" -eq 0 ] || exit \"$outcome\"", new Step.Leave(true),
            "exit \"$outcome\"", new Step.Leave(false));

    private final String name;
    private final Set<String> known = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    Reader(String name) {
        this.name = name;
    }

    /** @throws LabException that names the first line that sh would understand and we do not */
    List<Step> read(List<String> lines) {
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
        return !steps.isEmpty() && steps.getLast().equals(new Step.Leave(false)) && line.isEmpty() ? List.copyOf(steps)
                : List.of(refuse(lines.isEmpty() ? "" : lines.getLast(), lines.size()));
    }

    private Step step(String line, int number) {
        if (PHRASES.containsKey(line)) {
            return PHRASES.get(line);
        }
        try {
            boolean onlyQuick = line.startsWith(UNLESS_QUICK);
            List<Word> words = known(Word.split(onlyQuick ? ungrouped(line.substring(UNLESS_QUICK.length())) : line));
            Optional<Step> values = values(words, onlyQuick);
            if (values.isPresent()) {
                return values.get();
            }
            List<Word> rest = words.subList(1, words.size());
            return switch (onlyQuick ? "" : words.getFirst().said(Map.of())) {
                case "./lab" -> new Step.Lab(rest);
                case "echo" -> new Step.Say(rest);
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
    private List<Word> known(List<Word> words) {
        words.stream().flatMap(word -> word.variables().stream()).filter(used -> !known.contains(used)).findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(unknown);
                });
        return words;
    }

    private Optional<Step> values(List<Word> words, boolean onlyQuick) {
        Map<String, Word> values = new LinkedHashMap<>();
        for (Word word : words) {
            Map.Entry<String, Word> assigned = word.assigned();
            if (assigned == null) {
                return Optional.empty();
            }
            values.put(assigned.getKey(), assigned.getValue());
        }
        known.addAll(onlyQuick ? Set.of() : values.keySet());
        return Optional.of(new Step.Set(values, onlyQuick));
    }

    private Step refuse(String line, int number) {
        throw new LabException(("%s, line %d: '%s' is more than lab experiment understands; "
                + "where there is a sh, run the script itself: experiments/%s").formatted(name, number, line, name));
    }
}
