package socketlab.lab.talk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jline.reader.UserInterruptException;

/** A chat from its beginning to its end: at a terminal with a line editor, or in a script. */
public final class TerminalChat {
    private static final int OK = 0;
    private static final int CTRL_C = 130;
    private static final String GUEST = "guest";   // where a name is needed and none is given

    private final ChatTerminal terminal;
    private final UserColors colors;
    private ChatEndpoint endpoint;

    TerminalChat(ChatTerminal terminal, UserColors colors, ChatEndpoint endpoint) {
        this.terminal = terminal;
        this.colors = colors;
        this.endpoint = endpoint;
    }

    /**
     * Talks until one side ends it; returns the exit code.
     *
     * @throws IOException with one line, where no chat server answers
     */
    public static int run(ChatEndpoint endpoint) throws IOException {
        Optional<ChatTerminal> opened = ChatTerminal.open();
        if (opened.isEmpty()) {
            return inScript(endpoint, System.in, System.out, System.err);
        }
        try (ChatTerminal terminal = opened.get()) {
            String noColour = System.getenv("NO_COLOR");
            return new TerminalChat(terminal, new UserColors(noColour == null || noColour.isEmpty()), endpoint).talk();
        } catch (UserInterruptException atAQuestion) {
            return CTRL_C;
        }
    }

    /** Talks with lines in and lines out; returns the exit code. */
    static int inScript(ChatEndpoint endpoint, InputStream in, PrintStream out, PrintStream err) throws IOException {
        ChatEndpoint named = endpoint.needsName() ? endpoint.withName(GUEST) : endpoint;
        try (ChatChannel channel = named.connect()) {
            return new BatchChat(named, channel, err).run(in, out);
        }
    }

    /** Talks at the terminal until one side ends it; returns the exit code. */
    int talk() throws IOException {
        if (endpoint.needsName()) {
            endpoint = askName();
        }
        ChatConnection connection = new ChatConnection(terminal, endpoint.connect(), endpoint, colors);
        ChatConnection.End end = connection.run();
        if (end == ChatConnection.End.LOST && !connection.receivedAnything()) {
            throw endpoint.noServer(connection.closeReason());
        }
        while (end == ChatConnection.End.LOST) {
            Optional<ChatChannel> again = reconnect();
            if (again.isEmpty()) {
                return OK;
            }
            end = new ChatConnection(terminal, again.get(), endpoint, colors).run();
        }
        return end == ChatConnection.End.INTERRUPTED ? CTRL_C : OK;
    }

    private ChatEndpoint askName() {
        while (true) {
            String name = terminal.ask("Your name: ", PromptAnswer.OPEN).orElse("").strip();
            try {
                return endpoint.withName(name.isEmpty() ? GUEST : name);
            } catch (IllegalArgumentException wrong) {
                terminal.print(wrong.getMessage());
            }
        }
    }

    /** Tries as often as the user confirms; empty where they do not. */
    private Optional<ChatChannel> reconnect() {
        while (terminal.confirm("Connection lost. Reconnect? [Y/n] ")) {
            try {
                return Optional.of(endpoint.connect());
            } catch (IOException failure) {
                terminal.print(failure.getMessage());
            }
        }
        return Optional.empty();
    }
}
