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

/** What can go wrong in one connection, done on purpose: the contract must see each of these. */
class SingleMutantsTest {
    private static final List<Path> MODULES = List.of(Path.of(""), Path.of("../lab-core"));
    private static final List<Mutant> MUTANTS = List.of(
            new Mutant("a push waits while the outbox is full", "Outbox.java",
                    "overflowed |= !closed && pushed > 0 && pushed + frame.length > limit;",
                    "try { while (!closed && pushed > 0 && pushed + frame.length > limit) wait(5); }"
                            + " catch (InterruptedException e) { throw new IllegalStateException(e); }",
                    "aClientThatReadsTooSlowlyIsHungUpOnAndHoldsNoSender"),
            new Mutant("a full outbox drops messages and keeps the client", "Outbox.java",
                    "overflowed |= !closed && pushed > 0 && pushed + frame.length > limit;",
                    "if (!closed && pushed > 0 && pushed + frame.length > limit) return true;",
                    "aClientThatReadsTooSlowlyIsHungUpOnAndHoldsNoSender"),
            new Mutant("a client's own reply fills the outbox for pushes", "Outbox.java",
                    "pushed > 0 && pushed +", "bytes > 0 && bytes +",
                    "aPushDoesNotEndAClientThatIsStillReadingItsOwnReply"),
            new Mutant("a push overtakes what was said before it", "Outbox.java",
                    "queued.add(frame);", "queued.addFirst(frame);",
                    "pushesToOneselfAndRepliesKeepTheirOrder"),
            new Mutant("what is to be apart is gathered", "Outbox.java",
                    "apart ? batch : List.of(joined(batch))", "List.of(joined(batch))",
                    "withoutFramingEachMessageIsAWriteOfItsOwn"),
            new Mutant("a hang-up closes before the last words are out", "Wire.java",
                    "grace.begin(time, DISCARD_LIMIT, this::disconnect);", "disconnect();",
                    "lastWordsOf200KilobytesArriveBeforeTheHangUp"),
            new Mutant("unread input resets the connection", "Wire.java",
                    "            discardInput(moreToCome);", "",
                    "noResetEatsLastWordsWhenTheClientSentWhatNobodyRead"),
            new Mutant("a hang-up ends the input while words are on their way", "Wire.java",
                    "if (reading && !outbox.owes()) {", "if (reading) {",
                    "wordsPushedBeforeTheHangUpArriveAtAClientThatTalksOn"),
            new Mutant("who does not read its last words is waited for, for ever", "Connection.java",
                    "case HangUp() -> { client.hangUp(); return false; }", "case HangUp() -> { return false; }",
                    "aClientThatDoesNotReadItsLastWordsIsCutOffAfterTheGrace"),
            new Mutant("a bug in one session ends the server", "Connection.java",
                    "client.warn(bug);", "clients.left(client); throw new IllegalStateException(bug);",
                    "anExceptionEndsThatOneClient[2]"),
            new Mutant("the line before a half-close is dropped", "Connection.java",
                    "wire.ending() ? null : decoder.end();", "null;",
                    "aLastLineWithoutItsNewlineIsAMessageWhenTheStreamEnds"),
            new Mutant("onClose is called twice", "Connection.java",
                    "attempt(session::onClose);", "attempt(session::onClose); attempt(session::onClose);",
                    "whoHasLeftIsListedNoMore"),
            new Mutant("a bad line is not answered", "Connection.java",
                    "carryOut(session.onBadFrame(why));", "",
                    "aLineThatIsTooLongEndsItsClientWithOneLineThatSaysWhy"),
            new Mutant("who is in the middle of a bad line is not heard out", "Connection.java",
                    "wire.close(badFrame)", "wire.close(false)",
                    "aClientInTheMiddleOfALineThatIsTooLongIsHeardOut"),
            new Mutant("a reply waits for the computation behind it", "Connection.java",
                    "case Compute<?> work -> { flush(); next", "case Compute<?> work -> { next",
                    "aReplyLeavesBeforeTheComputationThatFollowsIt[0]"),
            new Mutant("an interrupt outlives its client", "GracePeriod.java",
                    "Thread.interrupted();", "",
                    "anInterruptMeantForOneClientNeverHitsTheNext"),
            new Mutant("the idle timeout is ignored", "Wire.java",
                    "socket.setSoTimeout(Math.toIntExact(options.idleTimeout().toMillis()));", "",
                    "silenceEndsAtTheIdleTimeout"),
            new Mutant("stopping does not wait for what is being done", "Clients.java",
                    "client.wire.hangUp(grace)", "client.wire.hangUp(Duration.ZERO)",
                    "whatIsBeingDoneIsAnsweredWithinTheGrace"),
            new Mutant("stopping says goodbye when everybody has gone", "Clients.java",
                    "        sayGoodbye();\n", "        here.values().forEach(client -> client.wire.hangUp(grace));\n"
                            + "        try { awaitNobody(grace); } catch (InterruptedException e) { return 0; }\n"
                            + "        sayGoodbye();\n",
                    "goodbyesPushedWhileStoppingArriveBeforeTheEnd"),
            new Mutant("stopping leaves the acceptor waiting", "Clients.java",
                    "        Listener.close(listener);\n", "",
                    "everyThreadIsGoneWhenTheServerIsClosed"),
            new Mutant("the first client is number zero", "Clients.java",
                    "seen.incrementAndGet()", "seen.getAndIncrement()",
                    "clientsAreNumberedFromOneInTheOrderInWhichTheyCome"));

    @TestFactory
    Stream<DynamicTest> theContractCatches(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(SingleModel.class, MODULES, folder, MUTANTS);
    }
}
