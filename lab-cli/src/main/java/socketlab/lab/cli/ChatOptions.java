package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import socketlab.lab.plan.ChatTalk;
import socketlab.lab.text.Counts;
import socketlab.load.chat.ChatPlan.Scenario;

/** What members of a chat do: the options that {@code run} and {@code load} share for it. */
final class ChatOptions {
    static final String SERVICE = "chat";

    @Option(names = "--chat", arity = "0..1", fallbackValue = "talk", paramLabel = "SCENARIO",
            description = "chat: talk (every member sends messages) or classroom (half of them log in and talk while"
                    + " the others register)")
    String scenario;

    @Option(names = "--message-bytes", converter = Counts.class, defaultValue = "64", paramLabel = "N",
            description = "chat: bytes in each message (default: ${DEFAULT-VALUE})")
    int messageBytes;

    @Option(names = "--slow-reader",
            description = "chat: one more member that joins and then stops reading; run measures without and with it")
    boolean slowReader;

    /** The service that is meant, where {@code --chat} may stand for it. */
    String service(CommandSpec spec, String named) {
        if (scenario != null && !named.equals(SERVICE) && !named.equals("sleep")) {
            throw new ParameterException(spec.commandLine(), format("--chat is for a chat, not for '%s'",
                    named));
        }
        return scenario == null ? named : SERVICE;
    }

    /** The talk over a framing of this name. */
    ChatTalk talk(CommandSpec spec, String framing, int maxMessage) {
        if (messageBytes > maxMessage) {
            throw new ParameterException(spec.commandLine(),
                    format("--message-bytes %d is more than the longest message; see --max-message, which is %d",
                            messageBytes, maxMessage));
        }
        return Main.validated(spec, () -> ChatTalk.over(framing, maxMessage, scenario(spec), messageBytes, slowReader));
    }

    private Scenario scenario(CommandSpec spec) {
        return switch (scenario == null ? "talk" : scenario.toLowerCase(Locale.ROOT)) {
            case "talk" -> Scenario.TALK;
            case "classroom" -> Scenario.CLASSROOM;
            default -> throw new ParameterException(spec.commandLine(),
                    format("unknown chat scenario '%s'; there are: --chat, --chat=talk, --chat=classroom",
                            scenario));
        };
    }
}
