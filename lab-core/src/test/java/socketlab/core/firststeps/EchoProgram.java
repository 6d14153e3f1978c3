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
 * Lets the contract test an echo program that runs already. The program ignores the service that the contract passes,
 * and has no list of clients.
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

    /** Does nothing: the program serves the next rule too. */
    @Override
    public int close(Duration grace) {
        return 0;
    }
}
