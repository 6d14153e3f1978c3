package socketlab.single;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import socketlab.core.mutants.Mutant;
import socketlab.core.mutants.Mutants;

/** What can go wrong in a blocking server, done on purpose: the contract must catch each of these. */
class SingleMutantsTest {
    private static final List<Path> MODULES = List.of(Path.of(""), Path.of("../lab-core"));
    private static final List<Mutant> MUTANTS = List.of(
            new Mutant("a push waits while the send queue is full", "SendQueue.java",
                    "        overflowed = pushedBytes > 0 && pushedBytes + frame.length > limit;",
                    "        try { while (!closed && pushedBytes > 0 && pushedBytes + frame.length > limit) wait(5); }\n"
                            + "        catch (InterruptedException e) { throw new IllegalStateException(e); }",
                    "aSlowReaderOfPushesIsHungUpOnAndBlocksNoSender"),
            new Mutant("a full send queue drops messages and keeps the client", "SendQueue.java",
                    "        overflowed = pushedBytes > 0 && pushedBytes + frame.length > limit;",
                    "        if (pushedBytes > 0 && pushedBytes + frame.length > limit) { return flushNeeded; }",
                    "aSlowReaderOfPushesIsHungUpOnAndBlocksNoSender"),
            new Mutant("a client's own reply fills the send queue for pushes", "SendQueue.java",
                    "pushedBytes > 0 && pushedBytes +", "bytes > 0 && bytes +",
                    "aPushDoesNotEndAClientThatIsStillReadingItsOwnReply"),
            new Mutant("a push overtakes what was sent before it", "SendQueue.java",
                    "append(new Frame(frame, true));",
                    "Frame pushed = new Frame(frame, true); pushed.next = first;"
                            + " last = first == null ? pushed : last; first = pushed; notifyAll();"
                            + " count(pushed, frame.length);",
                    "pushesToTheOwnClientAndRepliesKeepTheirOrder"),
            new Mutant("frames whose writes are to be preserved are gathered", "SendQueue.java",
                    "this.preservesWrites = preservesWrites;", "this.preservesWrites = false;",
                    "withoutFramingEachMessageIsAWriteOfItsOwn"),
            new Mutant("a hang-up closes before the final reply is out", "BlockingConnection.java",
                    "grace.begin(time, LINGER, this::disconnect);", "disconnect();",
                    "aFinalReplyOf200KilobytesArrivesBeforeTheHangUp"),
            new Mutant("unread input resets the connection", "BlockingConnection.java",
                    "                discardInput();", "",
                    "noResetDestroysTheFinalReplyWhereInputIsUnread"),
            new Mutant("a hang-up ends the input while bytes are on their way", "BlockingConnection.java",
                    "if (reading && !queue.hasPending()) {", "if (reading) {",
                    "messagesPushedBeforeTheHangUpReachAClientThatKeepsSending"),
            new Mutant("a client that does not read its final reply is waited for, for ever", "BlockingRunner.java",
                    "case HangUp() -> { client.hangUp(); return false; }", "case HangUp() -> { return false; }",
                    "aClientThatDoesNotReadItsFinalReplyIsCutOffAfterTheGrace"),
            new Mutant("a bug in one session ends the server", "BlockingRunner.java",
                    "            client.report(fault);",
                    "            clients.remove(client); throw new IllegalStateException(fault);",
                    "anExceptionEndsThatOneClient[2]"),
            new Mutant("the line before a half-close is dropped", "BlockingConnection.java",
                    "client().isEnding() ? null : decoder.end();", "null;",
                    "aLastLineWithoutItsNewlineIsAMessageWhenTheStreamEnds"),
            new Mutant("onClose is called twice", "BlockingRunner.java",
                    "attempt(session::onClose);", "attempt(session::onClose); attempt(session::onClose);",
                    "aClientThatHasLeftIsNoLongerListed"),
            new Mutant("a bad line is not answered", "BlockingRunner.java",
                    "perform(session.onBadFrame(why));", "",
                    "aLineThatIsTooLongEndsItsClientWithOneLineThatSaysWhy"),
            new Mutant("a client in the middle of a bad line is reset", "BlockingConnection.java",
                    " && !hasBadFrame()", "",
                    "aClientInTheMiddleOfALineThatIsTooLongIsNotReset"),
            new Mutant("a reply waits for the computation behind it", "BlockingRunner.java",
                    "case Compute<?> work -> { flush(); next", "case Compute<?> work -> { next",
                    "aReplyLeavesBeforeTheComputationThatFollowsIt[0]"),
            new Mutant("an interrupt outlives its client", "GracePeriod.java",
                    "Thread.interrupted();", "",
                    "anInterruptMeantForOneClientNeverHitsTheNext"),
            new Mutant("the idle timeout is ignored", "IdleTimeout.java",
                    "client.checkIdle(LOOKS, silentToo);", "",
                    "aSilentClientIsDisconnectedAtTheIdleTimeout"),
            new Mutant("a silent client is hung up on without a word", "BlockingRunner.java",
                    "attempt(session::onIdle);", "",
                    "aSilentClientCanBeToldBeforeItIsDisconnected"),
            new Mutant("a client that takes nothing is never idle", "BlockingConnection.java",
                    "return writing.isLocked();", "return false;",
                    "aClientThatTakesNothingIsDisconnectedAtTheIdleTimeout"),
            new Mutant("what a slow reader reads is not counted", "SendQueue.java",
                    "        sentBytes += written;\n", "",
                    "aClientThatReadsSlowlyOutlivesTheIdleTimeout"),
            new Mutant("nothing bounds what waits for all clients together", "SendBudget.java",
                    "return reserved.get() > limit;", "return false;",
                    "whereTooMuchWaitsForAllClientsTogetherTheSlowestReaderIsDisconnected"),
            new Mutant("a bug while a client is accepted ends the accept loop", "SingleServer.java",
                    "IOException | RuntimeException | Error e", "IOException e",
                    "aBugInTheFramingEndsThatOneClientAndTheServerGoesOnAccepting"),
            new Mutant("a server with a full heap lives on", "ClientRegistry.java",
                    "            fail(fault);\n", "",
                    "aFullHeapStopsTheServerAndWhoStartedItIsTold"),
            new Mutant("a server that has failed still listens", "RunningServer.java",
                    "        var _ = clients.failure().thenRun(this::closeWithoutGrace);\n", "",
                    "aFullHeapStopsTheServerAndWhoStartedItIsTold"),
            new Mutant("a thread that cannot be had ends the server", "ClientRegistry.java",
                    " && !isForThread(error)", "",
                    "aThreadThatCannotBeHadEndsThatOneClient"),
            new Mutant("stopping does not wait for a step in progress", "ClientRegistry.java",
                    "forEach(client -> client.hangUp(grace));", "forEach(client -> client.hangUp(Duration.ZERO));",
                    "aStepInProgressIsAnsweredWithinTheGrace"),
            new Mutant("stopping says goodbye when everybody has gone", "RunningServer.java",
                    "        clients.sayGoodbye();\n", "        clients.hangUpAll(grace);\n"
                            + "        try { clients.awaitEmpty(grace); } catch (InterruptedException e) { return 0; }\n"
                            + "        clients.sayGoodbye();\n",
                    "goodbyesPushedWhileStoppingArriveBeforeTheEnd"),
            new Mutant("stopping leaves the acceptor waiting", "RunningServer.java",
                    "        stopAccepting.run();\n", "",
                    "everyThreadIsGoneWhenTheServerIsClosed"),
            new Mutant("the first client is number zero", "ClientRegistry.java",
                    "lastId.incrementAndGet()", "lastId.getAndIncrement()",
                    "clientsAreNumberedFromOneInTheOrderOfTheirArrival"));

    @TestFactory
    Stream<DynamicTest> theContractCatches(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(SingleModel.class, MODULES, folder, MUTANTS);
    }
}
