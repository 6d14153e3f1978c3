package socketlab.core.server;

import static socketlab.core.Text.format;
import static socketlab.core.Text.utf8;

import socketlab.core.Next.Reply;
import socketlab.core.Next;
import socketlab.core.Session;

/** The session of a client that finds the server full: one line that says so, then hang up. */
public record ServerFullSession(int room) implements Session {

    @Override
    public Next onOpen() {
        return new Reply(utf8(format("the server is full (%d clients); try again later", room)),
                Next.HANG_UP);
    }

    @Override
    public Next onMessage(byte[] message) {
        return Next.HANG_UP;
    }
}
