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

/** What can go wrong around the connections when each has a thread: the contract must see each of these. */
class ThreadedMutantsTest {
    private static final List<Path> MODULES = List.of(Path.of(""), Path.of("../lab-single"));
    private static final Mutant SERVED_BY_THE_ACCEPTOR = new Mutant("the acceptor serves the client itself",
            "ThreadedServer.java", "client.startOn(threads);", "client.run();",
            "asManyRequestsAsTheModelSaysAreInServiceAtOnce");

    @TestFactory
    Stream<DynamicTest> theContractCatchesWithPlatformThreads(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(ThreadedModel.class, MODULES, folder, List.of(
                SERVED_BY_THE_ACCEPTOR,
                new Mutant("there is room for one more than there is", "Clients.java",
                        "seated.size() < options.maxClients()", "seated.size() <= options.maxClients()",
                        "asManyAsThereIsRoomForStayHoweverManyComeAtOnce"),
                new Mutant("onSent is not said", "Connection.java", "            session.onSent();\n", "",
                        "aReplyIsReportedSentAfterItHasLeftAndBeforeTheEnd")));
    }

    @TestFactory
    Stream<DynamicTest> theContractCatchesWithVirtualThreads(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(VirtualModel.class, MODULES, folder, List.of(
                SERVED_BY_THE_ACCEPTOR,
                new Mutant("the workers are never told to go home", "Workers.java",
                        "        threads.shutdownNow();\n", "",
                        "everyThreadIsGoneWhenTheServerIsClosed"),
                new Mutant("what follows a computation runs on the worker", "Workers.java",
                        "return work.then().apply(threads.submit(work.task()).get());",
                        "return threads.submit(work::inline).get();",
                        "whatFollowsAComputationRunsWhereTheSessionRuns"),
                new Mutant("CPU work holds the carriers", "Workers.java",
                        "return compute(work);", "return work.inline();",
                        "aComputationHoldsNobodyWhoCanBeServedMeanwhile")));
    }

    @TestFactory
    Stream<DynamicTest> theContractCatchesInThePool(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(PoolModel.class, MODULES, folder, List.of(
                new Mutant("the pool has one thread too few", "PoolModel.java",
                        "Thread.ofPlatform().name(\"pool-\", 1).factory(), threads)",
                        "Thread.ofPlatform().name(\"pool-\", 1).factory(), threads - 1)",
                        "asManyRequestsAsTheModelSaysAreInServiceAtOnce")));
    }
}
