package socketlab.core.contract;

import socketlab.core.Framing;
import socketlab.core.Next.Reply;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.framing.LineFraming;

/** Sends every line back: for tests of a server that need any service. */
public final class ScriptedEcho implements Service {

    @Override
    public Framing framing() {
        return new LineFraming(Options.defaults().limits().maxMessage());
    }

    @Override
    public Session open(Peer peer) {
        return message -> new Reply(message, Next.READY);
    }
}
