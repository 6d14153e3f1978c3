package socketlab.core.contract;

import java.util.function.Supplier;
import socketlab.core.Next;
import socketlab.core.Session;
import socketlab.core.Text;

/** A session made of lambdas: for the start, for a message, for the end. */
final class ScriptedSession implements Session {
    private Supplier<Next> opening = () -> Next.READY;
    private Answer answer = message -> Next.READY;
    private Runnable sent = () -> {};
    private Runnable idling = () -> {};
    private Runnable closing = () -> {};

    /** What to do with one message. */
    @FunctionalInterface
    interface Answer {
        Next to(String message) throws Exception;
    }

    static ScriptedSession opening(Supplier<Next> opening) {
        ScriptedSession part = new ScriptedSession();
        part.opening = opening;
        return part;
    }

    static ScriptedSession answering(Answer answer) {
        return new ScriptedSession().andAnswering(answer);
    }

    ScriptedSession andAnswering(Answer answer) {
        this.answer = answer;
        return this;
    }

    ScriptedSession sent(Runnable sent) {
        this.sent = sent;
        return this;
    }

    ScriptedSession idling(Runnable idling) {
        this.idling = idling;
        return this;
    }

    ScriptedSession closing(Runnable closing) {
        this.closing = closing;
        return this;
    }

    @Override
    public Next onOpen() {
        return opening.get();
    }

    @Override
    public Next onMessage(byte[] message) throws Exception {
        return answer.to(Text.text(message));
    }

    @Override
    public void onSent() {
        sent.run();
    }

    @Override
    public void onIdle() {
        idling.run();
    }

    @Override
    public void onClose() {
        closing.run();
    }
}
