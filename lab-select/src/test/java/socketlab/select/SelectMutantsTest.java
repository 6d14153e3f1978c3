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

/** What can go wrong on a loop, done on purpose: the contract must see each of these. */
class SelectMutantsTest {
    private static final List<Mutant> MUTANTS = List.of(
            new Mutant("a busy client is served on", "Connection.java",
                    "clients.sleep(time, then, pause()); return false;",
                    "clients.sleep(time, then, pause()); return true;",
                    "answersComeInTheOrderOfTheQuestionsWhateverAStepTakes"),
            new Mutant("a busy client is listened to, and nobody reads it", "Connection.java",
                    "wire.await(state == State.READING, !gone);", "wire.await(true, !gone);",
                    "aClientThatTalksOnWhileItsStepIsNotDoneCostsNothing"),
            new Mutant("write interest is left on", "Connection.java",
                    "wire.await(state == State.READING, !gone);", "wire.await(state == State.READING, true);",
                    "aSlowReaderCostsNothingWhileItIsBehindNorWhenItHasCaughtUp"),
            new Mutant("a late timer or result is asked what comes next", "Connection.java",
                    "            if (state == State.BUSY && mine == pauses) {",
                    "            if (state == State.CLOSED) { try { then.call(); } catch (Exception e) { } }\n"
                            + "            if (state == State.BUSY && mine == pauses) {",
                    "aSleepThatEndsAfterItsClientWasSentAwayIsForgotten"),
            new Mutant("what follows a computation runs on the worker", "Workers.java",
                    "return () -> work.then().apply(result);",
                    "Next next = work.then().apply(result); return () -> next;",
                    "whatFollowsAComputationRunsWhereTheSessionRuns"),
            new Mutant("inline work is done before the reply has left", "Workers.java",
                    "loop.execute(() -> resume.with(work::inline));", "resume.with(work::inline);",
                    "aReplyLeavesBeforeTheComputationThatFollowsIt[1]"),
            new Mutant("it closes before the outbox has drained", "Connection.java",
                    "if (flush()) { return leave(true); } client.hangUp(); return stall(next);", "return leave(true);",
                    "lastWordsOf200KilobytesArriveBeforeTheHangUp"),
            new Mutant("a push waits until there is room", "Outbox.java",
                    "        boolean ask = !flushAsked;",
                    "        try { while (!closed && pushed > 0 && pushed + frame.length > limit) wait(5); }\n"
                            + "        catch (InterruptedException e) { throw new IllegalStateException(e); }\n"
                            + "        boolean ask = !flushAsked;",
                    "aClientThatReadsTooSlowlyIsHungUpOnAndHoldsNoSender"),
            new Mutant("a full outbox ends nobody", "Outbox.java", "return ask || overflowed;",
                    "overflowed = false; return ask;",
                    "aClientThatReadsTooSlowlyIsHungUpOnAndHoldsNoSender"),
            new Mutant("a client's own reply fills the outbox for pushes", "Outbox.java",
                    "pushed > 0 && pushed +", "bytes > 0 && bytes +",
                    "aPushDoesNotEndAClientThatIsStillReadingItsOwnReply"),
            new Mutant("what did not fit is never written", "Connection.java",
                    "wire.await(state == State.READING, !gone);", "wire.await(state == State.READING, false);",
                    "aReplyOfManyMegabytesWaitsForASlowReaderAndIsNeverDropped"),
            new Mutant("what is to be apart is gathered", "Outbox.java",
                    "if (apart || !buffer", "if (!buffer", "withoutFramingEachMessageIsAWriteOfItsOwn"),
            new Mutant("a push that nobody flushes", "Outbox.java", "return ask || overflowed;", "return overflowed;",
                    "whoReadsAsFastAsOthersPushIsNeverHungUpOn"),
            new Mutant("the line before a half-close is dropped", "Conversation.java",
                    "message == null && inputEnded ? decoder.end() : message", "message",
                    "aLastLineWithoutItsNewlineIsAMessageWhenTheStreamEnds"),
            new Mutant("unread input resets the connection", "Wire.java", "if (lastWords) {", "if (false) {",
                    "noResetEatsLastWordsWhenTheClientSentWhatNobodyRead"),
            new Mutant("who is in the middle of a bad line is not heard out", "Connection.java",
                    "wire.close(lastWords, conversation.hasUnserved(),", "wire.close(lastWords, false,",
                    "aClientInTheMiddleOfALineThatIsTooLongIsHeardOut"),
            new Mutant("who does not read its last words is waited for, for ever", "Connection.java",
                    "client.hangUp(); return stall(next);", "return stall(next);",
                    "aClientThatDoesNotReadItsLastWordsIsCutOffAfterTheGrace"),
            new Mutant("the rest of a burst waits for the next byte", "Connection.java",
                    "conversation.next() : nextTurn(Next.READY);", "conversation.next() : null;",
                    "manyRepliesToASlowReaderWaitToo"),
            new Mutant("a bug in one session ends nobody", "Visits.java",
                    "attempt(() -> connection.turn(Next.HANG_UP));   // what", "// what",
                    "anExceptionEndsThatOneClient[2]"),
            new Mutant("onClose is called twice", "Connection.java",
                    "            conversation.close();", "            conversation.close(); conversation.close();",
                    "whoHasLeftIsListedNoMore"),
            new Mutant("silence is no end", "Silence.java", "            tooLong.run();", "",
                    "silenceEndsAtTheIdleTimeout"),
            new Mutant("who waits for an answer is idle", "Visits.java",
                    "if (connection.state() != State.BUSY) {", "if (true) {",
                    "whoWaitsForAnAnswerIsNotIdle"),
            new Mutant("stopping does not wait for what is being done", "Clients.java",
                    "client.hangUp(grace)", "client.hangUp(Duration.ZERO)",
                    "whatIsBeingDoneIsAnsweredWithinTheGrace"),
            new Mutant("workers outlive the server", "Workers.java", "workers.shutdownNow();", "started.clear();",
                    "everyThreadIsGoneWhenTheServerIsClosed"),
            new Mutant("the loop outlives the server", "SelectServer.java",
                    "loop.close(LAST_WORDS) ? 1 : 0", "1",
                    "everyThreadIsGoneWhenTheServerIsClosed"));

    @TestFactory
    Stream<DynamicTest> theContractCatches(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        return Mutants.of(SelectModel.class, List.of(Path.of("")), folder, MUTANTS);
    }
}
