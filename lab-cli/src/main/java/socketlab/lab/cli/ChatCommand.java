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

/** {@code lab chat}: talk to the others at a chat server. */
@Command(name = "chat", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Talk to the others at a chat server: /help lists its commands, /quit or Ctrl-D ends it.",
            "Where stdin or stdout is no terminal: lines in, lines out, for scripts."})
final class ChatCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "[HOST:]PORT", description = "where the chat server is")
    String server;

    @Option(names = "--name", description = "what to be called; without it you are a guest with an address")
    String name;

    @Option(names = "--udp", description = "a message is a datagram")
    boolean udp;

    @Option(names = "--framing", defaultValue = "lines",
            description = "lines, length, raw or pickle, as the server has it (default: ${DEFAULT-VALUE})")
    String framing;

    @Option(names = "--max-message", converter = Counts.class, defaultValue = "8192",
            description = "bytes in one message (default: ${DEFAULT-VALUE})")
    int maxMessage;

    @Override
    public Integer call() throws IOException {
        ChatEndpoint target = Main.asked(spec, () -> new ChatEndpoint(HostPort.whole(server), HostPort.of(server),
                Optional.ofNullable(name), udp, framing, maxMessage));
        return TerminalChat.with(target);
    }
}
