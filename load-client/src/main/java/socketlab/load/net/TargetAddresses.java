package socketlab.load.net;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;

/**
 * The addresses of the server's name: the next one is tried where one refuses, as RFC 8305 wants it, but one after the other.
 * All clients share the choice, and it stands as soon as one of them is connected. Loop thread only.
 */
public final class TargetAddresses {
    private final List<InetSocketAddress> all;
    private final RequestLog log;
    private int current;
    private boolean confirmed;

    /** Of this plan, the first one first; the log learns which one it was. */
    TargetAddresses(LoadPlan plan, RequestLog log) {
        this.log = log;
        this.all = Stream.concat(Stream.of(plan.target()), plan.connections().alternatives().stream()).distinct().toList();
    }

    /** The address to connect to now. */
    public InetSocketAddress current() {
        return all.get(current);
    }

    /** A client is connected to this address: no other will be tried. */
    public void confirm(InetSocketAddress address) {
        if (!confirmed) {
            confirmed = true;
            current = all.indexOf(address);
            log.counters().address = address;
        }
    }

    /** This address has refused. Whether another one is worth trying, which is then the current one. */
    public boolean advanceFrom(InetSocketAddress refused) {
        if (confirmed) {
            return false;
        }
        if (refused.equals(current())) {   // else another client has been refused there before
            if (current == all.size() - 1) {
                return false;
            }
            current++;
        }
        return true;
    }
}
