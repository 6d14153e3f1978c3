package socketlab.lab.cli;

import java.io.IOException;
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
import socketlab.lab.server.ServerPlan;
import socketlab.lab.talk.ChatTerminal;

/** {@code lab serve}: one server with a log and a console. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Run one server, with a log and a console (list, stats, kick ID, help, exit).")
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
        ServerPlan plan = server.plan(spec, main.registry());
        plan.warning().ifPresent(warning -> System.err.println("lab serve: warning: " + warning));
        Optional<ChatTerminal> terminal = ChatTerminal.open();
        try (Console console = terminal.isPresent() ? terminal.get() : Console.plain(System.in, System.out)) {
            InteractiveServer running = InteractiveServer.start(plan, console, quiet);
            plan.setup().service().invitation(running.address()).ifPresent(System.err::println);
            running.stopOnSignal();
            running.executeCommands();
            return 0;
        }
    }
}
