package socketlab.lab.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import socketlab.lab.talk.ChatEndpoint;
import socketlab.lab.talk.TerminalChat;
import socketlab.lab.text.Counts;
import socketlab.lab.text.HostPort;

/** {@code lab chat}: a chat client. */
@Command(name = "chat", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Talk on a chat server: /help lists its commands, /quit or Ctrl-D ends the chat.",
            "Where stdin or stdout is not a terminal: lines in, lines out, for scripts."})
final class ChatCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "[HOST:]PORT", description = "the chat server")
    String server;

    @Option(names = "--name", description = "your name; without it you are a guest, shown by your address")
    String name;

    @Option(names = "--udp", description = "over UDP: each message is a datagram; an empty line every 10 s"
            + " keeps you in the room")
    boolean udp;

    @Option(names = "--framing", defaultValue = "lines",
            description = "the server's framing: lines, length, raw or pickle (default: ${DEFAULT-VALUE})")
    String framing;

    @Option(names = "--max-message", converter = Counts.class, defaultValue = "8192",
            description = "longest message, in bytes (default: ${DEFAULT-VALUE})")
    int maxMessage;

    @Override
    public Integer call() throws IOException {
        return TerminalChat.run(Main.validated(spec, () -> new ChatEndpoint(HostPort.withHost(server),
                HostPort.all(server), Optional.ofNullable(name), udp, framing, maxMessage)));
    }
}
