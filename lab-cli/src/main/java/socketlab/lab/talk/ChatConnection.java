package socketlab.lab.talk;

import java.io.IOException;
import java.time.Duration;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import socketlab.core.Text;

/** A chat at a terminal over one connection: one thread types, another receives, and either may end it. */
final class ChatConnection {
    /** How it ended: by the user, by Ctrl-C, or because the connection was lost. */
    enum End { QUIT, INTERRUPTED, LOST }

    private static final Duration GOODBYE_WAIT = Duration.ofSeconds(2);

    private final ChatTerminal terminal;
    private final ChatChannel channel;
    private final UserColors colors;
    private final UserState user;
    private final LineInput input;
    private final Thread typist = Thread.currentThread();
    private final Thread receiver = Thread.ofPlatform().daemon().name("receiver").unstarted(this::receive);
    private boolean ending;   // guarded by this: from now on the typing thread is not interrupted
    private volatile boolean lost;
    private volatile boolean received;
    private volatile String closeReason = "the server hung up";

    ChatConnection(ChatTerminal terminal, ChatChannel channel, ChatEndpoint endpoint, UserColors colors) {
        this.terminal = terminal;
        this.channel = channel;
        this.colors = colors;
        this.user = new UserState(channel.localAddress());
        this.input = new LineInput(terminal, channel, endpoint, colors, user);
    }

    /** Whether the server has sent anything. */
    boolean receivedAnything() {
        return received;
    }

    /** Why the connection ended. */
    String closeReason() {
        return closeReason;
    }

    /** Talks until one side ends it; on the thread that made this object. */
    End run() {
        terminal.setPrompt(user.prompt());
        receiver.start();
        try {
            return type();
        } finally {
            stopInterrupting();
            channel.close();
            Thread.interrupted();   // it came after the last line was typed
        }
    }

    private End type() {
        try {
            input.begin();
            while (true) {
                for (String line : terminal.readLine().split("\\R")) {
                    if (UserState.isQuit(line)) {
                        return quit(End.QUIT);
                    }
                    input.submit(line);
                }
            }
        } catch (EndOfFileException ctrlD) {
            return quit(End.QUIT);
        } catch (UserInterruptException stop) {
            return lost ? End.LOST : quit(End.INTERRUPTED);
        } catch (IOException broken) {
            awaitGoodbye();
            return End.LOST;
        }
    }

    private End quit(End end) {
        stopInterrupting();
        try {
            input.sendQuit();
            awaitGoodbye();
        } catch (IOException broken) {
            closeReason = broken.getMessage();   // the server closed first
        }
        return end;
    }

    private synchronized void stopInterrupting() {
        ending = true;
    }

    private void awaitGoodbye() {
        try {
            receiver.join(GOODBYE_WAIT);
        } catch (InterruptedException none) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive() {
        try {
            for (String message; (message = channel.receive()) != null; received = true) {
                message.lines().map(Text::printable).forEach(this::show);
            }
        } catch (IOException broken) {
            closeReason = broken.getMessage();
        }
        synchronized (this) {
            if (!ending) {
                lost = true;
                typist.interrupt();
            }
        }
    }

    private void show(String line) {
        String before = user.prompt();
        boolean handled = user.received(line);
        if (!user.prompt().equals(before)) {
            terminal.setPrompt(user.prompt());
        }
        if (!handled) {
            terminal.print(colors.received(line));
        }
    }
}
