package socketlab.core.contract;

import java.util.function.Supplier;
import socketlab.core.Next;
import socketlab.core.Session;
import socketlab.core.Text;

/** A session made of lambdas: what it says at the start, to a message, and what it notes at the end. */
final class Part implements Session {
    private Supplier<Next> opening = () -> Next.READY;
    private Answer answer = message -> Next.READY;
    private Runnable sent = () -> {};
    private Runnable closing = () -> {};

    /** What to do about one message. */
    @FunctionalInterface
    interface Answer {
        Next to(String message) throws Exception;
    }

    static Part opening(Supplier<Next> opening) {
        Part part = new Part();
        part.opening = opening;
        return part;
    }

    static Part answering(Answer answer) {
        return new Part().andAnswering(answer);
    }

    Part andAnswering(Answer answer) {
        this.answer = answer;
        return this;
    }

    Part sent(Runnable sent) {
        this.sent = sent;
        return this;
    }

    Part closing(Runnable closing) {
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
    public void onClose() {
        closing.run();
    }
}
