package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import socketlab.lab.machine.PrivateFolder;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Text;

/** A server with a log and a console; {@code exit}, Ctrl-C and SIGTERM stop it alike. */
public final class InteractiveServer {
    private static final String HELP = """
            list             connected clients: id, name, address, since, messages, queued bytes
            stats            clients since the start, clients now, messages
            kick ID          disconnects a client
            help             this list
            exit             stops accepting, lets clients finish, joins every thread""";

    private static final int FAILED = 1;

    private final Service service;
    private final ConnectionLog log;
    private final Server server;
    private final Console console;
    private final Duration grace;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private InteractiveServer(ServerPlan plan, Console console, boolean quiet) {
        this.console = console;
        this.grace = plan.setup().options().limits().grace();
        plan.warmUp(warm -> new ConnectionLog(warm, quiet, line -> {}));
        this.service = plan.newService();
        this.log = new ConnectionLog(service, quiet, console::print);
        this.server = plan.start(log);
    }

    /**
     * Starts the server and prints its address. SIGINT and SIGTERM stop it as {@code exit} does, and end the process with
     * exit code 0: they do so before the address is printed, for whoever reads it may send one at once.
     *
     * @param quiet no line for each client and message
     * @throws socketlab.lab.text.LabException with one line, where it cannot be started
     */
    public static InteractiveServer start(ServerPlan plan, Console console, boolean quiet) {
        InteractiveServer running = new InteractiveServer(plan, console, quiet);
        running.stopOnSignal();
        running.server.failure().thenAccept(running::failed);
        running.announce(plan);
        return running;
    }

    private void announce(ServerPlan plan) {
        console.print(format("[listening] %s %s %s", Text.plain(server.address()), plan.model().id(),
                plan.setup().service().name()));
    }

    /** Its address, with the real port. */
    public InetSocketAddress address() {
        return server.address();
    }

    private void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop();
            console.close();
            PrivateFolder.delete();
            Runtime.getRuntime().halt(0);   // a signal would make it 130 or 143, but stopping is what the user wants
        }, "stop"));
    }

    /** On the thread that has failed. Nothing is closed any more: with a full heap that could take for ever. */
    private void failed(Throwable reason) {
        if (stopping.getAndSet(true)) {
            return;
        }
        try {
            console.close();
            System.err.println("lab serve: " + ServerPlan.failed(address(), reason));
            PrivateFolder.delete();
        } finally {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** Executes the console's commands until {@code exit}; at the end of its input the server keeps serving. */
    public void executeCommands() {
        for (String line; (line = console.readCommand()) != null;) {
            if (line.strip().equals("exit")) {
                stop();
                return;
            }
            execute(line.strip());
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

    private void execute(String line) {
        String[] words = line.split("\\s+", 2);
        switch (words[0]) {
            case "" -> {}
            case "list" -> new ClientTable(server.clients(), ZoneId.systemDefault()).lines().forEach(console::print);
            case "stats" -> console.print(log.stats());
            case "help" -> help();
            case "kick" -> kick(words.length > 1 ? words[1] : "");
            default -> console.print(service.console(line)
                    .orElse(format("unknown: '%s'; see help", line)));
        }
    }

    private void help() {
        service.console("help").ifPresent(console::print);
        console.print(HELP);
    }

    private void kick(String id) {
        service.console("kick " + id);   // the service may say goodbye first
        boolean found = id.matches("[0-9]{1,18}") && server.hangUp(Long.parseLong(id));
        console.print(found ? format("#%s is disconnected", id) : format("no client #%s; see list", id));
    }

    /** Stops accepting, lets clients finish or tells them, joins every thread, frees the port. A second call waits. */
    private void stop() {
        if (stopping.getAndSet(true)) {
            awaitStop();
            return;
        }
        int joined = server.close(grace);
        service.close();
        console.print(format("[stopped] %d %s joined", joined, joined == 1 ? "thread" : "threads"));
        stopped.countDown();
    }
}
