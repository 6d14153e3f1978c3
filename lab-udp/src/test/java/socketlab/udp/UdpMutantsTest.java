package socketlab.udp;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import socketlab.core.mutants.Mutant;
import socketlab.core.mutants.Mutants;

/** What can go wrong without connections, done on purpose: the contract must catch each of these. */
class UdpMutantsTest {
    private static final List<Path> BLOCKING = List.of(Path.of(""), Path.of("../lab-core"), Path.of("../lab-single"));
    private static final List<Path> LOOP = List.of(Path.of(""), Path.of("../lab-core"), Path.of("../lab-select"));

    @TestFactory
    Stream<DynamicTest> theContractCatchesWithOneThread(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(UdpModel.class, BLOCKING, folder, List.of(
                new Mutant("a client that keeps sending counts as silent", "InlineUdpRunner.java",
                        "        client().touch();\n", "", "aClientThatKeepsSendingOutlivesTheIdleTimeout"),
                new Mutant("a silent client is hung up on without a word", "InlineUdpRunner.java",
                        "hangUpIdle();", "client().hangUp();",
                        "aSilentClientCanBeToldBeforeItIsDisconnected"),
                new Mutant("a push waits for the thread that sleeps", "InlineUdpRunner.java",
                        "Datagrams.push(message, client(), server);",
                        "server.execute(() -> Datagrams.push(message, client(), server));",
                        "aPushReachesAClientWhoseStepIsNotDone"),
                new Mutant("a hang-up waits for the next datagram", "UdpServer.java",
                        "if (Thread.currentThread() != thread) {", "if (tasks.isEmpty()) {",
                        "hangUpByNumberEndsThatClient"),
                new Mutant("a session that ends where it opens is given its message", "InlineUdpRunner.java",
                        "(opened || openSession()) && serve(receive());",
                        "(opened || openSession() || true) && serve(receive());",
                        "aSessionThatHangsUpInOnOpenIsNeverGivenAMessage"),
                new Mutant("a computation knows no grace", "InlineUdpRunner.java",
                        "return grace.compute(work);", "return work.inline();",
                        "aComputationThatEndsAfterTheHangUpHasNoEffect"),
                new Mutant("a first datagram is answered without a limit", "AddressValidation.java",
                        " && bytes <= allowance;", ";", "aFirstDatagramIsAnsweredWithNoMoreBytesThanItHasOr512"),
                new Mutant("a sleep knows no grace", "GracePeriod.java",
                        "if (owner != null) {\n            owner.interrupt();",
                        "if (owner != null) {", "whileStoppingASleepBeyondTheGraceIsInterruptedAndTheClientTold")));
    }

    @TestFactory
    Stream<DynamicTest> theContractCatchesWithAThreadPerPeer(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(UdpThreadedModel.class, BLOCKING, folder, List.of(
                new Mutant("the receive thread serves the peer itself", "ThreadUdpRunner.java",
                        "threads.newThread(this).start();", "run();",
                        "asManyRequestsAsTheModelSaysAreInServiceAtOnce"),
                new Mutant("a silent client is hung up on without a word", "ThreadUdpRunner.java",
                        "hangUpIdle();", "client().hangUp();",
                        "aSilentClientCanBeToldBeforeItIsDisconnected"),
                new Mutant("what others cause goes to whoever has sent once", "AddressValidation.java",
                        "Thread.currentThread() == answering && ", "",
                        "whatOthersCauseReachesAClientOnlyWhenItHasSentAgain"),
                new Mutant("a hang-up does not wake the peer's thread", "ThreadUdpRunner.java",
                        "            datagrams.clear();\n            notifyAll();\n",
                        "            datagrams.clear();\n",
                        "goodbyesPushedWhileStoppingArriveBeforeTheEnd"),
                new Mutant("a computation knows no grace", "ThreadUdpRunner.java",
                        "return grace.compute(work);", "return work.inline();",
                        "aComputationThatEndsAfterTheHangUpHasNoEffect")));
    }

    @TestFactory
    Stream<DynamicTest> theContractCatchesOnTheLoop(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(UdpSelectModel.class, LOOP, folder, List.of(
                new Mutant("a client that keeps sending counts as silent", "LoopUdpRunner.java",
                        "        client().touch();\n", "", "aClientThatKeepsSendingOutlivesTheIdleTimeout"),
                new Mutant("a client's own echo counts as caused by others", "LoopUdpRunner.java",
                        "        validation.beginStep();\n", "",
                        "whatOthersCauseReachesAClientOnlyWhenItHasSentAgain"),
                new Mutant("a busy peer is served its next message at once", "LoopUdpRunner.java",
                        "if (isReady()) {", "if (!closed) {", "theNextMessageWaitsUntilTheStepIsDone"),
                new Mutant("a peer leaves without being forgotten", "LoopUdpRunner.java",
                        "        context.clients().remove(client());\n", "", "aPeerMayBeHungUpOnFromAnyThread"),
                new Mutant("a late timer or result is asked what comes next", "NonBlockingRunner.java",
                        "if (state == State.WAITING && wait == waits) {",
                        "if (state == State.CLOSED) { try { then.call(); } catch (Exception e) { } }\n"
                                + "        if (state == State.WAITING && wait == waits) {",
                        "aSleepThatEndsAfterTheHangUpHasNoEffect"),
                new Mutant("what follows a computation runs on the worker", "NonBlockingRunner.java",
                        "context.pool().submit(work,",
                        "context.pool().submit(new Compute<Next>(work::inline, step -> step),",
                        "whatFollowsAComputationRunsWhereTheSessionRuns"),
                new Mutant("a client that waits for an answer counts as silent", "NonBlockingRunner.java",
                        "return state != State.WAITING;", "return true;", "aClientThatWaitsForAnAnswerIsNotIdle"),
                new Mutant("a step that waits knows no end", "NonBlockingRunner.java",
                        "            loop.after(grace, this::hangUpNow);\n"
                                + "            loop.after(grace.plus(CUT_OFF), this::hangUpNow);\n", "",
                        "whileStoppingASleepBeyondTheGraceIsInterruptedAndTheClientTold")));
    }
}
