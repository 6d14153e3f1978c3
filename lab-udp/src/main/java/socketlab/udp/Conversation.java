package socketlab.udp;

import static socketlab.core.Text.utf8;

import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Session;
import socketlab.udp.Wire.Datagram;
import socketlab.udp.Wire.NotSentException;

/** One peer's session, and what has been answered: the same wherever its steps are run. By one thread at a time. */
final class Conversation {
    private final Client client;
    private Session session = message -> Next.HANG_UP;   // until the service has opened one
    private boolean replied;

    Conversation(Client client) {
        this.client = client;
    }

    Next open() {
        session = client.shared.service().open(client);
        return session.onOpen();
    }

    /** A datagram is a message, whatever is in it; only its length can be wrong. */
    Next answer(Datagram datagram) throws Exception {
        if (datagram.cut()) {
            client.end();
            return session.onBadFrame(new FrameException(
                    "that datagram is longer than %d bytes".formatted(client.shared.options().limits().maxMessage())));
        }
        client.spoke();
        return session.onMessage(datagram.message());
    }

    /** True when it is time to flush. */
    boolean reply(byte[] message) throws NotSentException {
        boolean due = client.reply(message);
        replied = true;
        return due;
    }

    /** True when everything said so far has been handed to the kernel. */
    boolean flush() throws NotSentException {
        boolean answering = replied;
        replied = false;   // what turns out to be unsendable is not reported sent
        boolean gone = client.flush();
        if (!gone) {
            replied = answering;
        } else if (answering) {
            session.onSent();
        }
        return gone;
    }

    /** The last of it: what was to be said has left, or never will. */
    void close() {
        try {
            session.onClose();
        } catch (Throwable bug) {
            client.shared.report(client, bug);
        }
        client.left();
    }

    /** One client's fault ends one client, who is told where that makes sense. Any thread. */
    void fault(Throwable fault) {
        switch (fault) {
            case InterruptedException late -> lastWords(client.shared.parting());
            case NotSentException unsaid -> {
                lastWords(utf8(unsaid.getMessage()));
                client.shared.report(client, unsaid);
            }
            default -> client.shared.report(client, fault);
        }
    }

    private void lastWords(byte[] words) {
        try {
            client.reply(words);
        } catch (NotSentException unsaid) {
            client.shared.report(client, unsaid);
        }
    }
}
