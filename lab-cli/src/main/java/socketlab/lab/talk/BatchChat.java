package socketlab.lab.talk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import socketlab.core.Text;

/**
 * Talk for scripts: lines in, lines out, nothing else. At the end of the input it says {@code /quit} and goes on
 * printing until the server hangs up.
 */
final class BatchChat {
    private static final int SAID_EVERYTHING = 0;
    private static final int LOST_THE_SERVER = 1;
    private static final int NOT_ALL_WAS_SENT = 3;

    private final ChatEndpoint target;
    private final ChatChannel wire;
    private final PrintStream err;
    private boolean heard;   // by the thread that hears
    private volatile boolean quit;
    private volatile String unsent;   // why; null where all was sent

    BatchChat(ChatEndpoint target, ChatChannel wire, PrintStream err) {
        this.target = target;
        this.wire = wire;
        this.err = err;
    }

    /** Returns the exit code when the server has hung up, or when nobody reads what is printed any more. */
    int run(InputStream in, PrintStream out) throws IOException {
        Thread.ofPlatform().daemon().name("says").start(() -> {
            try {
                sayAll(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            } catch (IOException gone) {
                unsent = gone.getMessage();
            }
        });
        String end = hearAll(out);
        if (!heard) {
            throw target.nobody(end);
        }
        if (!quit) {
            err.println("the server is gone: " + end);
            return LOST_THE_SERVER;
        }
        if (unsent == null) {
            return SAID_EVERYTHING;
        }
        err.println("not all was sent: " + unsent);
        return NOT_ALL_WAS_SENT;
    }

    /** Returns why there is no more to hear. */
    private String hearAll(PrintStream out) {
        try {
            for (String message; !out.checkError() && (message = wire.hear()) != null; heard = true) {
                message.lines().map(Text::printable).forEach(out::println);
            }
            quit |= out.checkError();   // as head does: nobody reads any more, and the server is not to blame
            return heard ? "it hung up" : "it said nothing";
        } catch (IOException gone) {
            return gone.getMessage();
        }
    }

    private void sayAll(BufferedReader lines) throws IOException {
        if (target.name().isPresent()) {
            wire.say(UserState.introduction(target.name().get()));
        }
        for (String line; !quit && (line = lines.readLine()) != null;) {
            quit = UserState.leaves(line);
            say(line);
        }
        if (!quit) {
            quit = true;
            wire.say(UserState.goodbye());
        }
        wire.finish();
    }

    private void say(String line) throws IOException {
        Optional<String> refused = target.tooLong(line);
        if (refused.isPresent()) {
            unsent = refused.get();
        } else if (!line.isEmpty()) {
            wire.say(line);
        }
    }
}
