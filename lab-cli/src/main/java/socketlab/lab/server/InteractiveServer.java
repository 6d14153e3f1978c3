package socketlab.lab.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Text;

/** A server that a person watches and talks to: its log, its console, and the three ways to end it. */
public final class InteractiveServer {
    private static final String HELP = """
            list             who is connected: id, name, address, since, messages, queued bytes
            stats            how many came, are here, and said something
            kick ID          sends a client away
            help             this
            exit             stops accepting, lets everybody finish, joins every thread""";

    private final Service service;
    private final ConnectionLog transcript;
    private final Server server;
    private final Console console;
    private final Duration grace;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private InteractiveServer(ServerPlan plan, Console console, boolean quiet) {
        this.console = console;
        this.grace = plan.options().grace();
        this.service = plan.service().create(plan.serviceOptions(), plan.model().id());
        this.transcript = new ConnectionLog(service, quiet ? line -> {} : console::say);
        try {
            this.server = plan.model().start(transcript, plan.options());
        } catch (IOException e) {
            throw plan.cannotStart(e);
        }
        console.say("[listening] %s %s %s".formatted(Text.plain(server.address()), plan.model().id(),
                plan.service().name()));
    }

    /** Starts it, and says where it listens. */
    public static InteractiveServer start(ServerPlan plan, Console console, boolean quiet) {
        return new InteractiveServer(plan, console, quiet);
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** SIGINT and SIGTERM end the server as {@code exit} does, and the process with exit code 0. */
    public void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop();
            console.close();
            Runtime.getRuntime().halt(0);   // a signal would make it 130 or 143, but this end was asked for
        }, "stop"));
    }

    /** Obeys the console until it says {@code exit}; when there are no more commands it keeps serving. */
    public void obey() throws IOException {
        for (String line; (line = console.command()) != null;) {
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
            case "list" -> new ClientTable(server.clients(), ZoneId.systemDefault()).lines().forEach(console::say);
            case "stats" -> console.say(transcript.stats());
            case "help" -> help();
            case "kick" -> kick(words.length > 1 ? words[1] : "");
            default -> console.say(service.console(line)
                    .orElse("unknown: '%s'; help says what there is".formatted(line)));
        }
    }

    private void help() {
        service.console("help").ifPresent(console::say);
        console.say(HELP);
    }

    private void kick(String id) {
        service.console("kick " + id);   // it may want to say goodbye
        boolean found = id.matches("[0-9]{1,18}") && server.hangUp(Long.parseLong(id));
        console.say(found ? "#%s is sent away".formatted(id) : "no client #%s; see list".formatted(id));
    }

    /** Stops accepting, lets clients finish or tells them, joins every thread, frees the port; once is enough. */
    private void stop() {
        if (stopping.getAndSet(true)) {
            awaitStop();
            return;
        }
        int joined = server.close(grace);
        service.close();
        console.say("[stopped] %d %s joined".formatted(joined, joined == 1 ? "thread" : "threads"));
        stopped.countDown();
    }
}
