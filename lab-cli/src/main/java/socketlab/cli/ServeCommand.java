package socketlab.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import socketlab.run.ServerPlan;
import socketlab.run.WatchedServer;

/** {@code lab serve}: one server with a log and a console. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false,
        description = "One server, with a log and a console (list, stats, kick ID, help, exit).")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    Main main;

    @Spec
    CommandSpec spec;

    @Mixin
    ServerOptions server;

    @Option(names = "--quiet", description = "no line for each client and message")
    boolean quiet;

    @Override
    public Integer call() throws IOException {
        ServerPlan plan = server.plan(spec, main.catalogue());
        plan.warning().ifPresent(warning -> System.err.println("lab serve: warning: " + warning));
        Consumer<String> out = ServeCommand::say;
        WatchedServer watched = WatchedServer.start(plan, out, quiet);
        plan.service().invitation(watched.address()).ifPresent(System.err::println);
        watched.stopOnSignal();
        watched.console(System.in);
        return 0;
    }

    /** One write and a flush, so that lines of many threads stay whole and a pipe sees them at once. */
    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
