package socketlab.core.firststeps;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import socketlab.core.Model;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Trait;

/**
 * A program that echoes, in the eyes of the contract: a server that has been running all along. It serves what it
 * serves, whatever service it is given, and knows no clients by number.
 */
record EchoProgram(int port) implements Server {

    Model model(String name, Set<Trait> traits, int inService) {
        return new Model(name, name, traits, inService, (service, options) -> this);
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public List<PeerInfo> clients() {
        return List.of();
    }

    @Override
    public boolean hangUp(long id) {
        return false;
    }

    /** It goes on: the next rule finds it as this one has left it. */
    @Override
    public int close(Duration grace) {
        return 0;
    }
}
