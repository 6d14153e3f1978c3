package socketlab.services.simple;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import socketlab.core.Peer;

/** A peer that ignores every call. */
public record StubPeer(long id) implements Peer {

    @Override
    public SocketAddress address() {
        return InetSocketAddress.createUnresolved("nowhere", 0);
    }

    @Override
    public void label(String name) {}

    @Override
    public void push(byte[] message) {}

    @Override
    public void hangUp() {}
}
