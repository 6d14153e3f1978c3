package socketlab.threaded;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import socketlab.core.mutants.Mutant;
import socketlab.core.mutants.Mutants;

/** What can go wrong when each client has a thread, done on purpose: the contract must catch each of these. */
class ThreadedMutantsTest {
    private static final List<Path> MODULES = List.of(Path.of(""), Path.of("../lab-single"), Path.of("../lab-core"));
    private static final Mutant SERVED_BY_THE_ACCEPTOR = new Mutant("the acceptor serves the client itself",
            "ThreadedServer.java", ".startOn(threads);", ".run();",
            "asManyRequestsAsTheModelSaysAreInServiceAtOnce");

    @TestFactory
    Stream<DynamicTest> theContractCatchesWithPlatformThreads(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(ThreadedModel.class, MODULES, folder, List.of(
                SERVED_BY_THE_ACCEPTOR,
                new Mutant("one client more is admitted than there is room for", "ClientRegistry.java",
                        "admitted >= options.limits().maxClients()", "admitted > options.limits().maxClients()",
                        "noMoreThanTheMaximumOfClientsStayHoweverManyComeAtOnce"),
                new Mutant("clients are accepted faster than they are admitted", "BlockingConnection.java",
                        "        clients.awaitWelcomes();\n", "",
                        "noMoreThan64ClientsAreAcceptedBeforeTheirSessionsBegin"),
                new Mutant("onSent is not called", "BlockingRunner.java", "            session.onSent();\n", "",
                        "aReplyIsReportedSentAfterItHasLeftAndBeforeTheEnd")));
    }

    @TestFactory
    Stream<DynamicTest> theContractCatchesWithVirtualThreads(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(VirtualModel.class, MODULES, folder, List.of(
                SERVED_BY_THE_ACCEPTOR,
                new Mutant("the workers outlive the server", "ComputePool.java",
                        "        workers.shutdownNow();\n", "",
                        "everyThreadIsGoneWhenTheServerIsClosed"),
                new Mutant("what follows a computation runs on the worker", "ComputePool.java",
                        "return work.then().apply(workers.submit(work.task()).get());",
                        "return workers.submit(work::inline).get();",
                        "whatFollowsAComputationRunsWhereTheSessionRuns"),
                new Mutant("CPU work holds the carriers", "ComputePool.java",
                        "return inline ? work.inline() : result(work);", "return work.inline();",
                        "aComputationHoldsUpNoOtherClient")));
    }

    @TestFactory
    Stream<DynamicTest> theContractCatchesInThePool(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(PoolModel.class, MODULES, folder, List.of(
                new Mutant("the pool has one thread too few", "PoolModel.java",
                        "poolThreads(), threads)", "poolThreads(), threads - 1)",
                        "asManyRequestsAsTheModelSaysAreInServiceAtOnce")));
    }
}
