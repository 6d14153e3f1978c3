package socketlab.lab.talk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jline.reader.UserInterruptException;

/** Talking to a server from beginning to end: at a terminal with all that makes it comfortable, or in a script. */
public final class TerminalChat {
    private static final int ALL_WELL = 0;
    private static final int CTRL_C = 130;
    private static final String NOBODY_IN_PARTICULAR = "guest";   // where a name is needed and none is given

    private final ChatTerminal desk;
    private final UserColors paint;
    private ChatEndpoint target;

    TerminalChat(ChatTerminal desk, UserColors paint, ChatEndpoint target) {
        this.desk = desk;
        this.paint = paint;
        this.target = target;
    }

    /**
     * Talks until one side ends it; returns the exit code.
     *
     * @throws IOException with one line, when there is nobody to talk to
     */
    public static int with(ChatEndpoint target) throws IOException {
        Optional<ChatTerminal> here = ChatTerminal.open();
        if (here.isEmpty()) {
            return inScript(target, System.in, System.out, System.err);
        }
        try (ChatTerminal desk = here.get()) {
            String noColour = System.getenv("NO_COLOR");
            return new TerminalChat(desk, new UserColors(noColour == null || noColour.isEmpty()), target).talk();
        } catch (UserInterruptException atAQuestion) {
            return CTRL_C;
        }
    }

    /** Lines in, lines out. */
    static int inScript(ChatEndpoint target, InputStream in, PrintStream out, PrintStream err) throws IOException {
        ChatEndpoint named = target.wantsName() ? target.named(NOBODY_IN_PARTICULAR) : target;
        try (ChatChannel wire = named.connect()) {
            return new BatchChat(named, wire, err).run(in, out);
        }
    }

    int talk() throws IOException {
        if (target.wantsName()) {
            target = named();
        }
        ChatConnection seat = new ChatConnection(desk, target.connect(), target, paint);
        ChatConnection.End end = seat.take();
        if (end == ChatConnection.End.GONE && !seat.heardAnything()) {
            throw target.nobody(seat.why());
        }
        while (end == ChatConnection.End.GONE) {
            Optional<ChatChannel> again = reconnected();
            if (again.isEmpty()) {
                return ALL_WELL;
            }
            end = new ChatConnection(desk, again.get(), target, paint).take();
        }
        return end == ChatConnection.End.INTERRUPTED ? CTRL_C : ALL_WELL;
    }

    private ChatEndpoint named() {
        while (true) {
            String name = desk.ask("Your name: ", PromptAnswer.OPEN).orElse("").strip();
            try {
                return target.named(name.isEmpty() ? NOBODY_IN_PARTICULAR : name);
            } catch (IllegalArgumentException wrong) {
                desk.say(wrong.getMessage());
            }
        }
    }

    /** As often as the person likes; empty when not any more. */
    private Optional<ChatChannel> reconnected() {
        while (desk.agrees("Connection lost. Reconnect? [Y/n] ")) {
            try {
                return Optional.of(target.connect());
            } catch (IOException nobody) {
                desk.say(nobody.getMessage());
            }
        }
        return Optional.empty();
    }
}
