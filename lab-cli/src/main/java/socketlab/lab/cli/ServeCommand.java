package socketlab.lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import socketlab.lab.server.Console;
import socketlab.lab.server.InteractiveServer;
import socketlab.lab.server.QueuedConsole;
import socketlab.lab.server.ServerPlan;
import socketlab.lab.talk.ChatTerminal;

/** {@code lab serve}: one server with a log and a console. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Run one server, with a log and a console (list, stats, kick ID, help, exit).",
            "Ctrl-D at a terminal stops it; the end of a pipe does not, and in the background it has no console."},
        footer = {"", "Examples:",
            "  lab serve single sleep --delay 1s    then: nc -v 127.0.0.1 9999",
            "  lab serve select chat --host 0.0.0.0 a chat that other machines can reach",
            "  lab serve virtual web --port 8080    then open http://127.0.0.1:8080/"})
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    Main main;

    @Spec
    CommandSpec spec;

    @Mixin
    ServerOptions server;

    @Option(names = "--quiet", description = "do not log clients and messages")
    boolean quiet;

    @Override
    @SuppressWarnings("ClosingStandardOutputStreams")   // the console does not close them
    public Integer call() throws IOException {
        TemporaryFolder.makePrivate();
        ServerPlan plan = server.plan(spec, main.registry());
        plan.warning().ifPresent(warning -> System.err.println("lab serve: warning: " + warning));
        try (QueuedConsole console = new QueuedConsole(console())) {
            InteractiveServer running = InteractiveServer.start(plan, console, quiet);
            console.flush();   // on a terminal the invitation is below the address
            plan.setup().service().invitation(running.address()).ifPresent(System.err::println);
            running.executeCommands();
            return 0;
        }
    }

    /** With a line editor, with lines from stdin, or, in the background, without any input: the terminal is not ours then. */
    private static Console console() {
        if (Terminal.isInBackground()) {
            return Console.plain(InputStream.nullInputStream(), StandardOutput.unchecked(), false);
        }
        boolean typed = Terminal.is(Terminal.STDIN);
        if (typed) {   // sent to the background later, it reads nothing more, instead of being stopped
            Terminal.ignoreBackgroundStops();
        }
        Optional<ChatTerminal> editor = typed ? ChatTerminal.open() : Optional.empty();
        return editor.isPresent() ? editor.get() : Console.plain(System.in, StandardOutput.unchecked(), typed);
    }
}
