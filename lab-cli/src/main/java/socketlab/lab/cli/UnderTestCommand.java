package socketlab.lab.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import socketlab.lab.server.ServerUnderTest;

/** The server that {@code lab run} starts in a JVM of its own; not for people. */
@Command(name = "under-test", hidden = true, mixinStandardHelpOptions = true)
final class UnderTestCommand implements Callable<Integer> {
    @ParentCommand
    Main main;

    @Spec
    CommandSpec spec;

    @Mixin
    ServerOptions server;

    @Option(names = "--served", required = true, description = "the folder for the server's record")
    Path served;

    @Option(names = "--zero", required = true, description = "the nanoTime from which times are counted")
    long zeroNanos;

    /** The parent hears from us on stdout, which from now on nothing else here can reach: no service, and no warning. */
    @Override
    public Integer call() {
        PrintStream parent = StandardOutput.forParent();
        System.setOut(System.err);
        try {
            TemporaryFolder.makePrivate();
            new ServerUnderTest(server.plan(spec, main.registry()), zeroNanos, served).serve(parent);
            return 0;
        } catch (Exception | Error failure) {
            if (Main.isExpected(failure)) {
                parent.println(ServerUnderTest.FAILED + Main.reason(failure));
            } else {
                System.err.println(Main.reason(failure));   // the model's fault, not that of a port or a file
            }
            return Main.COULD_NOT_RUN;
        }
    }
}
