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

/** What can go wrong without connections: the contract must see each of these. */
class UdpMutantsTest {
    private static final Path CORE = Path.of("../lab-core");
    private static final Mutant FORGETS_THE_SIGN_OF_LIFE = new Mutant("who keeps talking counts as silent",
            "Clients.java", "            client.heard();\n", "", "whoKeepsTalkingOutlivesTheIdleTimeout");

    @TestFactory
    Stream<DynamicTest> theContractCatchesWithOneThread(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(UdpModel.class, List.of(Path.of(""), CORE), folder, List.of(
                FORGETS_THE_SIGN_OF_LIFE,
                new Mutant("what is pushed waits for the thread that sleeps", "Steps.java",
                        "client.shared.writer().execute(() -> {",
                        "((java.util.concurrent.Executor) later -> {}).execute(() -> {",
                        "aPushReachesAClientWhoseStepIsNotDone"),
                new Mutant("a computation knows no grace", "Steps.java",
                        "next = grace.compute(work);", "next = work.inline();",
                        "aComputationThatEndsAfterItsClientWasSentAwayIsForgotten"),
                new Mutant("a sleep knows no grace", "GracePeriod.java",
                        "if (owner != null) {\n            owner.interrupt();",
                        "if (owner != null) {", "whatSleepsBeyondTheGraceIsInterruptedAndTold")));
    }

    @TestFactory
    Stream<DynamicTest> theContractCatchesWithAThreadForEachPeer(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(UdpThreadedModel.class, List.of(Path.of("")), folder, List.of(
                new Mutant("the receiver serves the peer itself", "OwnThread.java",
                        "threads.newThread(() -> serve(first)).start();", "serve(first);",
                        "asManyRequestsAsTheModelSaysAreInServiceAtOnce"),
                new Mutant("nobody wakes the thread of who is to leave", "Inbox.java",
                        "        waiting.clear();\n        notifyAll();\n", "        waiting.clear();\n",
                        "goodbyesPushedWhileStoppingArriveBeforeTheEnd")));
    }

    @TestFactory
    Stream<DynamicTest> theContractCatchesOnTheLoop(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(UdpSelectModel.class, List.of(Path.of("")), folder, List.of(
                FORGETS_THE_SIGN_OF_LIFE,
                new Mutant("a busy peer is served its next message at once", "OnLoop.java",
                        "if (client.ending() || turns.state() != State.READY) {",
                        "if (client.ending() || turns.state() == State.CLOSED) {",
                        "theNextMessageWaitsUntilTheStepIsDone"),
                new Mutant("a late timer or result is asked what comes next", "Turns.java",
                        "            if (state == State.BUSY && mine == pauses) {",
                        "            if (state == State.CLOSED) { try { then.call(); } catch (Exception e) { } }\n"
                                + "            if (state == State.BUSY && mine == pauses) {",
                        "aSleepThatEndsAfterItsClientWasSentAwayIsForgotten"),
                new Mutant("what follows a computation runs on the worker", "Turns.java",
                        "shared.workers().run(work, pause());",
                        "shared.workers().run(new Compute<Next>(work::inline, step -> step), pause());",
                        "whatFollowsAComputationRunsWhereTheSessionRuns"),
                new Mutant("who waits for an answer counts as silent", "OnLoop.java",
                        "return turns.state() != State.READY;", "return false;", "whoWaitsForAnAnswerIsNotIdle"),
                new Mutant("what waits knows no end", "OnLoop.java", "limits.add(loop.after(grace, this::endNow));", "",
                        "whatSleepsBeyondTheGraceIsInterruptedAndTold")));
    }
}
