package socketlab.lab.talk;

import static socketlab.core.Text.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import socketlab.core.Text;

/**
 * A chat in a script: lines in, lines out, nothing else. At the end of the input it sends {@code /quit} and prints until
 * the server hangs up, half a minute at most: a server may talk for ever, or be silent and never hang up.
 */
final class BatchChat {
    private static final int ALL_SENT = 0;
    private static final int CONNECTION_LOST = 1;
    private static final int NOT_ALL_SENT = 3;

    private static final Duration GOODBYE_WAIT = Duration.ofSeconds(30);

    private final ChatEndpoint endpoint;
    private final ChatChannel channel;
    private final PrintStream err;
    private final Duration goodbyeWait;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean received;   // by the receiving thread
    private volatile boolean overdue;
    private volatile boolean quit;
    private volatile String unsent;   // why; null where all was sent

    BatchChat(ChatEndpoint endpoint, ChatChannel channel, PrintStream err) {
        this(endpoint, channel, err, GOODBYE_WAIT);
    }

    BatchChat(ChatEndpoint endpoint, ChatChannel channel, PrintStream err, Duration goodbyeWait) {
        this.goodbyeWait = goodbyeWait;
        this.endpoint = endpoint;
        this.channel = channel;
        this.err = err;
    }

    /** Returns the exit code when the server has hung up, or when the reader of {@code out} has gone. */
    int run(InputStream in, PrintStream out) throws IOException {
        Thread.ofPlatform().daemon().name("sender").start(() -> {
            try {
                sendAll(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
                awaitHangUp();
            } catch (IOException gone) {
                unsent = gone.getMessage();
            }
        });
        String end = receiveAll(out);
        ended.countDown();
        if (!received) {
            throw endpoint.noServer(end);
        }
        if (overdue) {
            err.println(end);
        }
        if (!quit) {
            err.println("connection lost: " + end);
            return CONNECTION_LOST;
        }
        if (unsent == null) {
            return ALL_SENT;
        }
        err.println("not all lines were sent: " + unsent);
        return NOT_ALL_SENT;
    }

    /** Prints until the end; returns why it ended. */
    private String receiveAll(PrintStream out) {
        try {
            for (String message; !out.checkError() && (message = channel.receive()) != null; received = true) {
                message.lines().map(Text::printable).forEach(out::println);
            }
            quit |= out.checkError();   // the reader is gone, as head is after its lines; that is not the server's fault
            return received ? "the server hung up" : "it sent nothing";
        } catch (IOException gone) {
            return !overdue ? gone.getMessage()
                    : received ? format("the server did not hang up within %d s after /quit", goodbyeWait.toSeconds())
                    : format("it sent nothing within %d s", goodbyeWait.toSeconds());
        }
    }

    /** After this time what the server still sends is not read any more. */
    private void awaitHangUp() {
        try {
            overdue = !ended.await(goodbyeWait.toMillis(), TimeUnit.MILLISECONDS);
            if (overdue) {
                channel.close();
            }
        } catch (InterruptedException none) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAll(BufferedReader lines) throws IOException {
        Optional<String> first = endpoint.firstMessage();
        if (first.isPresent()) {
            channel.send(first.get());
        }
        for (String line; !quit && (line = lines.readLine()) != null;) {
            quit = UserState.isQuit(line);
            send(line);
        }
        if (!quit) {
            quit = true;
            channel.send(UserState.quitMessage());
        }
        channel.endOutput();
    }

    private void send(String line) throws IOException {
        Optional<String> refused = endpoint.tooLong(line);
        if (refused.isPresent()) {
            unsent = refused.get();
        } else if (!line.isEmpty()) {
            channel.send(line);
        }
    }
}
