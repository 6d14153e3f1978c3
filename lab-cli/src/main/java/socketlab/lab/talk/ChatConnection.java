package socketlab.lab.talk;

import java.io.IOException;
import java.time.Duration;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import socketlab.core.Text;

/** One connection's worth of talk at a terminal: one thread types, another hears, and either may end it. */
final class ChatConnection {
    /** How it ended: by the person, by Ctrl-C, or because the server is gone. */
    enum End { LEFT, INTERRUPTED, GONE }

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final ChatTerminal desk;
    private final ChatChannel wire;
    private final UserColors paint;
    private final UserState me;
    private final LineInput mouth;
    private final Thread types = Thread.currentThread();
    private final Thread hears = Thread.ofPlatform().daemon().name("hears").unstarted(this::hear);
    private boolean over;   // guarded by this: the server's end no longer interrupts who types
    private volatile boolean gone;
    private volatile boolean heard;
    private volatile String why = "it hung up";

    ChatConnection(ChatTerminal desk, ChatChannel wire, ChatEndpoint target, UserColors paint) {
        this.desk = desk;
        this.wire = wire;
        this.paint = paint;
        this.me = new UserState(wire.here());
        this.mouth = new LineInput(desk, wire, target, paint, me);
    }

    /** True when the server has said anything at all. */
    boolean heardAnything() {
        return heard;
    }

    String why() {
        return why;
    }

    /** On the thread that made it. */
    End take() {
        desk.prompt(me.prompt());
        hears.start();
        try {
            return type();
        } finally {
            endHere();
            wire.close();
            Thread.interrupted();   // it was meant for a line that had just been typed
        }
    }

    private End type() {
        try {
            mouth.introduce();
            while (true) {
                for (String line : desk.line().split("\\R")) {
                    if (UserState.leaves(line)) {
                        return leave(End.LEFT);
                    }
                    mouth.submit(line);
                }
            }
        } catch (EndOfFileException ctrlD) {
            return leave(End.LEFT);
        } catch (UserInterruptException stop) {
            return gone ? End.GONE : leave(End.INTERRUPTED);
        } catch (IOException broken) {
            awaitLastWords();
            return End.GONE;
        }
    }

    private End leave(End end) {
        endHere();
        try {
            mouth.goodbye();
            awaitLastWords();
        } catch (IOException broken) {
            why = broken.getMessage();   // the server was quicker
        }
        return end;
    }

    private synchronized void endHere() {
        over = true;
    }

    private void awaitLastWords() {
        try {
            hears.join(LAST_WORDS);
        } catch (InterruptedException none) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear() {
        try {
            for (String message; (message = wire.hear()) != null; heard = true) {
                message.lines().map(Text::printable).forEach(this::show);
            }
        } catch (IOException broken) {
            why = broken.getMessage();
        }
        synchronized (this) {
            if (!over) {
                gone = true;
                types.interrupt();
            }
        }
    }

    private void show(String line) {
        String before = me.prompt();
        boolean known = me.hear(line);
        if (!me.prompt().equals(before)) {
            desk.prompt(me.prompt());
        }
        if (!known) {
            desk.say(paint.heard(line));
        }
    }
}
