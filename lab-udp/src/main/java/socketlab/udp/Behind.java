package socketlab.udp;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.nio.channels.SelectionKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Those whose words the kernel had no room for, until it has. On the loop thread. */
final class Behind {
    private final SelectionKey key;
    private final Set<OnLoop> peers = new LinkedHashSet<>();

    Behind(SelectionKey key) {
        this.key = key;
    }

    /** A socket is nearly always writable: interest left on would make the loop spin. */
    void add(OnLoop peer) {
        peers.add(peer);
        key.interestOps(OP_READ | OP_WRITE);
    }

    /** Those who are not through even now add themselves again. */
    void goOn() {
        key.interestOps(OP_READ);
        List<OnLoop> now = List.copyOf(peers);
        peers.clear();
        now.forEach(OnLoop::flush);
    }
}
