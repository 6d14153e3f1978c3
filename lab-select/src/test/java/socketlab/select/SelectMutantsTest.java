package socketlab.select;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import socketlab.core.mutants.Mutant;
import socketlab.core.mutants.Mutants;

/** What can go wrong on an event loop, done on purpose: the contract must catch each of these. */
class SelectMutantsTest {
    private static final List<Path> MODULES = List.of(Path.of(""), Path.of("../lab-core"));
    private static final List<Mutant> MUTANTS = List.of(
            new Mutant("a busy client is served on", "NonBlockingRunner.java",
                    "resumeWith(then::get)); return false;", "resumeWith(then::get)); return true;",
                    "repliesComeInTheOrderOfTheRequestsWhateverAStepTakes"),
            new Mutant("there is read interest in a busy client, and nobody reads", "NonBlockingRunner.java",
                    "updateInterest(state == State.READY, !gone);", "updateInterest(true, !gone);",
                    "aClientThatKeepsSendingDuringAStepCostsNoCpu"),
            new Mutant("write interest is left on", "NonBlockingRunner.java",
                    "updateInterest(state == State.READY, !gone);", "updateInterest(state == State.READY, true);",
                    "aSlowReaderCostsNoCpuWhileItIsBehindNorAfterwards"),
            new Mutant("a late timer or result is asked what comes next", "NonBlockingRunner.java",
                    "        if (state == State.WAITING && wait == waits) {",
                    "        if (state == State.CLOSED) { try { then.call(); } catch (Exception e) { } }\n"
                            + "        if (state == State.WAITING && wait == waits) {",
                    "aSleepThatEndsAfterTheHangUpHasNoEffect"),
            new Mutant("what follows a computation runs on the worker", "ComputePool.java",
                    "return () -> work.then().apply(result);",
                    "Next next = work.then().apply(result); return () -> next;",
                    "whatFollowsAComputationRunsWhereTheSessionRuns"),
            new Mutant("inline work is done before the reply has left", "ComputePool.java",
                    "            whenDone.accept(work::inline);",
                    "            try { Next next = work.inline(); whenDone.accept(() -> next); }\n"
                            + "            catch (Exception e) { throw new IllegalStateException(e); }",
                    "aReplyLeavesBeforeTheComputationThatFollowsIt[1]"),
            new Mutant("it closes before the send queue has drained", "NonBlockingRunner.java",
                    "if (flushed()) { return close(true); } client.hangUp(); return awaitWritable(next);",
                    "return close(true);",
                    "aFinalReplyOf200KilobytesArrivesBeforeTheHangUp"),
            new Mutant("a push waits until there is room", "SendQueue.java",
                    "        boolean flushNeeded = !flushRequested;",
                    "        try { while (!closed && pushedBytes > 0 && pushedBytes + frame.length > limit) wait(5); }"
                            + "        catch (InterruptedException e) { throw new IllegalStateException(e); }\n"
                            + "        boolean flushNeeded = !flushRequested;",
                    "aSlowReaderOfPushesIsHungUpOnAndBlocksNoSender"),
            new Mutant("a full send queue ends nobody", "SendQueue.java",
                    "return flushNeeded || overflowed;", "overflowed = false; return flushNeeded;",
                    "aSlowReaderOfPushesIsHungUpOnAndBlocksNoSender"),
            new Mutant("a client's own reply fills the send queue for pushes", "SendQueue.java",
                    "pushedBytes > 0 && pushedBytes +", "bytes > 0 && bytes +",
                    "aPushDoesNotEndAClientThatIsStillReadingItsOwnReply"),
            new Mutant("what the kernel did not take is never written", "NonBlockingRunner.java",
                    "updateInterest(state == State.READY, !gone);", "updateInterest(state == State.READY, false);",
                    "aReplyOfManyMegabytesWaitsForASlowReaderAndIsNeverDropped"),
            new Mutant("what the kernel did not take goes behind a push", "NonBlockingConnection.java",
                    "queue.addFirst(rest);", "queue.add(rest);",
                    "repliesAndPushesToASlowReaderKeepTheirOrder"),
            new Mutant("frames whose writes are to be preserved are gathered", "SendQueue.java",
                    "preservesWrites ? null : frame.next", "frame.next",
                    "withoutFramingEachMessageIsAWriteOfItsOwn"),
            new Mutant("a push that nobody flushes", "SendQueue.java",
                    "return flushNeeded || overflowed;", "return overflowed;",
                    "aClientThatReadsAsFastAsOthersPushIsNeverHungUpOn"),
            new Mutant("the line before a half-close is dropped", "NonBlockingConnection.java",
                    "message == null && inputEnded ? decoder.end() : message", "message",
                    "aLastLineWithoutItsNewlineIsAMessageWhenTheStreamEnds"),
            new Mutant("unread input resets the connection", "NonBlockingConnection.java",
                    "if (finalReply && (", "if (false && (",
                    "noResetDestroysTheFinalReplyWhereInputIsUnread"),
            new Mutant("a client in the middle of a bad line is reset", "NonBlockingConnection.java",
                    "hasUnserved() && channel.isOpen()", "false",
                    "aClientInTheMiddleOfALineThatIsTooLongIsNotReset"),
            new Mutant("a client that does not read its final reply is waited for, for ever", "NonBlockingRunner.java",
                    "client.hangUp(); return awaitWritable(next);", "return awaitWritable(next);",
                    "aClientThatDoesNotReadItsFinalReplyIsCutOffAfterTheGrace"),
            new Mutant("the rest of a burst waits for the next byte", "NonBlockingRunner.java",
                    "nextStep() : nextTurn(Next.READY);", "nextStep() : null;",
                    "manyRepliesToASlowReaderWaitToo"),
            new Mutant("a bug in one session ends nobody", "NonBlockingRunner.java",
                    "attempt(() -> run(Next.HANG_UP));   // what", "// what",
                    "anExceptionEndsThatOneClient[2]"),
            new Mutant("onClose is called twice", "NonBlockingRunner.java",
                    "                session.onClose();", "                session.onClose(); session.onClose();",
                    "aClientThatHasLeftIsNoLongerListed"),
            new Mutant("the idle timeout is ignored", "IdleTimeout.java",
                    "client.checkIdle(LOOKS, silentToo);", "",
                    "aSilentClientIsDisconnectedAtTheIdleTimeout"),
            new Mutant("a silent client is hung up on without a word", "NonBlockingRunner.java",
                    "attempt(session::onIdle);", "",
                    "aSilentClientCanBeToldBeforeItIsDisconnected"),
            new Mutant("a client that waits for an answer is idle", "Client.java",
                    "silentToo && owner.isWaitingForClient()", "silentToo",
                    "aClientThatWaitsForAnAnswerIsNotIdle"),
            new Mutant("what a slow reader reads is not counted", "NonBlockingConnection.java",
                    "return queue.sentBytes();", "return 0;",
                    "aClientThatReadsSlowlyOutlivesTheIdleTimeout"),
            new Mutant("the slowest of all readers is told, and stays", "NonBlockingConnection.java",
                    "        queue.overflow();\n", "",
                    "whereTooMuchWaitsForAllClientsTogetherTheSlowestReaderIsDisconnected"),
            new Mutant("a bug while a client is accepted leaves it connected", "AcceptHandler.java",
                    "            client.close();\n            throw bug;", "            throw bug;",
                    "aBugInTheFramingEndsThatOneClientAndTheServerGoesOnAccepting"),
            new Mutant("stopping does not wait for a step in progress", "ClientRegistry.java",
                    "forEach(client -> client.hangUp(grace));", "forEach(client -> client.hangUp(Duration.ZERO));",
                    "aStepInProgressIsAnsweredWithinTheGrace"),
            new Mutant("workers outlive the server", "ComputePool.java",
                    "workers.shutdownNow();", "started.clear();",
                    "everyThreadIsGoneWhenTheServerIsClosed"),
            new Mutant("the loop outlives the server", "SelectServer.java",
                    "loop.close(limit) ? 1 : 0", "1",
                    "everyThreadIsGoneWhenTheServerIsClosed"));

    @TestFactory
    Stream<DynamicTest> theContractCatches(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(SelectModel.class, MODULES, folder, MUTANTS);
    }
}
