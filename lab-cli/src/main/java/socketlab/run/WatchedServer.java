package socketlab.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Text;

/** A server that a person watches and talks to: its log, its console, and the three ways to end it. */
public final class WatchedServer {
    private static final String HELP = """
            list       who is connected: id, name, address, since, messages, bytes queued
            stats      how many came, are here, and said something
            kick ID    sends a client away
            help       this
            exit       stops accepting, lets everybody finish, joins every thread""";

    private final Service service;
    private final Transcript transcript;
    private final Server server;
    private final Consumer<String> out;
    private final Duration grace;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private WatchedServer(ServerPlan plan, Consumer<String> out, boolean quiet) {
        this.out = out;
        this.grace = plan.options().grace();
        this.service = plan.service().create(plan.serviceOptions(), plan.model().id());
        this.transcript = new Transcript(service, quiet ? line -> {} : out);
        try {
            this.server = plan.model().start(transcript, plan.options());
        } catch (IOException e) {
            throw plan.cannotStart(e);
        }
        out.accept("[listening] %s %s %s".formatted(Text.plain(server.address()), plan.model().id(),
                plan.service().name()));
    }

    /** Starts it, and says where it listens; {@code out} takes one line at a time, from any thread. */
    public static WatchedServer start(ServerPlan plan, Consumer<String> out, boolean quiet) {
        return new WatchedServer(plan, out, quiet);
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** SIGINT and SIGTERM end the server as {@code exit} does, and the process with exit code 0. */
    public void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop();
            Runtime.getRuntime().halt(0);   // a signal would make it 130 or 143, but this end was asked for
        }, "stop"));
    }

    /** Obeys the lines of the input until one says {@code exit}; at the end of the input it keeps serving. */
    public void console(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null;) {
            if (line.strip().equals("exit")) {
                stop();
                return;
            }
            obey(line.strip());
        }
        awaitStop();
    }

    private void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void obey(String line) {
        String[] words = line.split("\\s+", 2);
        switch (words[0]) {
            case "" -> { }
            case "list" -> list();
            case "stats" -> out.accept(transcript.stats());
            case "help" -> help();
            case "kick" -> kick(words.length > 1 ? words[1] : "");
            default -> out.accept(service.console(line)
                    .orElse("unknown: '%s'; help says what there is".formatted(line)));
        }
    }

    private void help() {
        service.console("help").ifPresent(out);
        out.accept(HELP);
    }

    private void list() {
        server.clients().forEach(client -> out.accept(shown(client)));
        int here = server.clients().size();
        out.accept(here == 1 ? "1 client" : here + " clients");
    }

    private static String shown(PeerInfo client) {
        return "#%d %s %s for %d s, %d messages, %d bytes queued".formatted(client.id(),
                client.label().isEmpty() ? "-" : client.label(), Text.plain(client.address()),
                Duration.between(client.since(), Instant.now()).toSeconds(), client.messages(), client.queuedBytes());
    }

    private void kick(String id) {
        boolean found = id.matches("[0-9]{1,18}") && server.hangUp(Long.parseLong(id));
        out.accept(found ? "#%s is sent away".formatted(id) : "no client #%s; see list".formatted(id));
    }

    /** Stops accepting, lets clients finish or tells them, joins every thread, frees the port; once is enough. */
    private void stop() {
        if (stopping.getAndSet(true)) {
            awaitStop();
            return;
        }
        int joined = server.close(grace);
        service.close();
        out.accept("[stopped] %d %s joined".formatted(joined, joined == 1 ? "thread" : "threads"));
        stopped.countDown();
    }
}
