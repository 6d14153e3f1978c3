package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import socketlab.core.ServiceOptions.Work.Slow;
import socketlab.core.ServiceOptions.Work;
import socketlab.lab.text.Durations;

/** What a request costs the service: sleep or CPU time, and which requests cost more. */
final class WorkOptions {
    @Option(names = "--work", paramLabel = "sleep|cpu", defaultValue = "sleep", converter = Kind.class,
            description = "sleep, echo: sleep for the delay, or compute for as long (default: sleep)")
    String kind;

    @Option(names = "--slow", paramLabel = "1/N=TIME", converter = Share.class,
            description = "sleep, echo: every Nth request takes this long instead: 1/10=1s")
    Slow slow;

    Work work() {
        return new Work(kind.equals("cpu"), Optional.ofNullable(slow));
    }

    /** The same options as arguments, for the servers of a run. */
    static List<String> arguments(Work work) {
        List<String> arguments = new ArrayList<>(List.of("--work", work.cpu() ? "cpu" : "sleep"));
        work.slow().ifPresent(slow -> arguments.addAll(List.of("--slow",
                format("1/%d=%s", slow.oneIn(), Durations.text(slow.time())))));
        return arguments;
    }

    /** One of two words. */
    static final class Kind implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.equals("sleep") && !text.equals("cpu")) {
                throw new TypeConversionException(format("unknown work '%s'; there are: sleep, cpu", text));
            }
            return text;
        }
    }

    /** {@code 1/10=1s}. */
    static final class Share implements ITypeConverter<Slow> {
        private static final Pattern FORM = Pattern.compile("1/([1-9][0-9]{0,8})=(.*)");

        @Override
        public Slow convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException(
                        format("'%s' is not a share of slow requests; write 1/10=1s", text));
            }
            return new Slow(Integer.parseInt(form.group(1)), new Durations().convert(form.group(2)));
        }
    }
}
