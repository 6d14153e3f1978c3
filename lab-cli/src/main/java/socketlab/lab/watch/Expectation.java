package socketlab.lab.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketlab.results.files.OutputLine;

/**
 * A line that must come, whole or what stands after its {@code "WHO: "}.
 *
 * @param us when, in microseconds since the first line; where it is left out, after what is expected before it
 */
public record Expectation(String words, Optional<Long> us) {
    private static final Pattern FORM = Pattern.compile("(.+?)(?:@([0-9]{1,6}(?:\\.[0-9]{1,6})?)(ms|s))?");

    /**
     * Several, separated by commas.
     *
     * @throws IllegalArgumentException when one cannot be read
     */
    public static List<Expectation> list(String text) {
        return text.isBlank() ? List.of() : Stream.of(text.split(",", -1)).map(Expectation::parse).toList();
    }

    private static Expectation parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'%s' is no line to expect; write LINE or LINE@1.5s".formatted(text));
        }
        return new Expectation(form.group(1), Optional.ofNullable(form.group(2))
                .map(time -> Math.round(Double.parseDouble(time) * (form.group(3).equals("s") ? 1e6 : 1e3))));
    }

    /** Why these lines are not what was expected, a sentence for each that is missing, late or early. */
    public static List<String> misses(List<Expectation> expected, List<OutputLine> lines, Duration within) {
        List<String> misses = new ArrayList<>();
        List<OutputLine> left = new ArrayList<>(lines);
        int after = -1;
        for (Expectation one : expected) {
            Optional<OutputLine> found = left.stream().filter(one::isMet).findFirst();
            found.ifPresent(left::remove);
            int at = found.map(lines::indexOf).orElse(-1);
            if (found.isEmpty()) {
                misses.add("'%s' never came".formatted(one.words));
            } else if (one.us.isPresent()) {
                one.missedBy(found.get(), within).ifPresent(misses::add);
            } else if (at < after) {
                misses.add("'%s' came before '%s'".formatted(one.words, lines.get(after).line()));
            }
            after = Math.max(after, at);
        }
        return misses;
    }

    private Optional<String> missedBy(OutputLine said, Duration within) {
        long off = Math.abs(said.atUs() - us.orElseThrow());
        return off <= within.toNanos() / 1000 ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT,
                        "'%s' was expected at %.2f s and came at %.2f s", words,
                        us.orElseThrow() / 1e6, said.atUs() / 1e6));
    }

    /** Whether this is the line. */
    public boolean isMet(OutputLine said) {
        return said.line().equals(words) || said.what().equals(words);
    }
}
