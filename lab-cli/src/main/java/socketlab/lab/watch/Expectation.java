package socketlab.lab.watch;

import static socketlab.core.Text.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketlab.results.files.OutputLine;

/**
 * A line that a program must print.
 *
 * @param text the whole line, or what follows its {@code "WHO: "}
 * @param us   when, in microseconds since the first line; empty: after the line that is expected before it
 */
public record Expectation(String text, Optional<Long> us) {
    private static final Pattern FORM = Pattern.compile("(.+?)(?:@([0-9]{1,6}(?:\\.[0-9]{1,6})?)(ms|s))?");

    /**
     * Parses expectations that are separated by commas; none in a blank text.
     *
     * @throws IllegalArgumentException with one line, where one has another form
     */
    public static List<Expectation> parseList(String text) {
        return text.isBlank() ? List.of() : Stream.of(text.split(",", -1)).map(Expectation::parse).toList();
    }

    private static Expectation parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(format("'%s' is not an expected line; write LINE or LINE@1.5s",
                    text));
        }
        return new Expectation(form.group(1), Optional.ofNullable(form.group(2))
                .map(time -> Math.round(Double.parseDouble(time) * (form.group(3).equals("s") ? 1e6 : 1e3))));
    }

    /** A sentence for each expected line that is missing, early, late or out of order; {@code within} is the tolerance. */
    static List<String> misses(List<Expectation> expected, List<OutputLine> lines, Duration within) {
        List<String> misses = new ArrayList<>();
        List<OutputLine> left = new ArrayList<>(lines);
        int after = -1;
        for (Expectation one : expected) {
            Optional<OutputLine> found = left.stream().filter(one::matches).findFirst();
            found.ifPresent(left::remove);
            int at = found.map(lines::indexOf).orElse(-1);
            if (found.isEmpty()) {
                misses.add(format("'%s' was not printed", one.text));
            } else if (one.us.isPresent()) {
                one.deviation(found.get(), within).ifPresent(misses::add);
            } else if (at < after) {
                misses.add(format("'%s' was printed before '%s'", one.text, lines.get(after).line()));
            }
            after = Math.max(after, at);
        }
        return misses;
    }

    private Optional<String> deviation(OutputLine line, Duration within) {
        long off = Math.abs(line.atUs() - us.orElseThrow());
        return off <= within.toNanos() / 1000 ? Optional.empty()
                : Optional.of(format("'%s' was expected at %.2f s and printed at %.2f s", text,
                        us.orElseThrow() / 1e6, line.atUs() / 1e6));
    }

    /** Whether this is the expected line, at whatever time. */
    boolean matches(OutputLine line) {
        return line.line().equals(text) || line.what().equals(text);
    }
}
