package socketlab.threaded;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.EnumSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;
import socketlab.core.server.ComputePool;

/** The model {@code virtual}: a virtual thread per client (JEP 444), and a pool for CPU work, which holds a carrier. */
public final class VirtualModel implements ModelFactory {
    private static final int CARRIER_SECONDS = 10;

    @Override
    public Model model() {
        return new Model("virtual", "a virtual thread per client; waiting costs no platform thread",
                EnumSet.allOf(Trait.class), Model.ALL, VirtualModel::start);
    }

    private static Server start(Service service, Options options) throws IOException {
        initializePoller();
        return ThreadedServer.start(service, options, Thread.ofVirtual().name("virtual-", 1).factory(),
                ComputePool.of(options));
    }

    /**
     * Lets a virtual thread wait for a socket once. The JDK sets up what such a wait needs at the first one: carrier,
     * timer and poller threads, and the poller's descriptors. It never tries that again, so a server that fails to do it
     * because its first clients took the last descriptor would serve nobody ever after.
     */
    private static void initializePoller() throws IOException {
        try (ServerSocket nobodyConnects = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodyConnects.setSoTimeout(1);
            FutureTask<Socket> waiting = new FutureTask<>(nobodyConnects::accept);
            Thread.ofVirtual().start(waiting);
            waiting.get(CARRIER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof SocketTimeoutException)) {
                throw notHad(e.getCause());
            }
        } catch (TimeoutException noCarrier) {   // it is never told that its carrier could not be had
            throw notHad(new IOException(format("none has run for %d s", CARRIER_SECONDS), noCarrier));
        } catch (InterruptedException | OutOfMemoryError e) {
            throw notHad(e);
        }
    }

    private static IOException notHad(Throwable why) {
        return new IOException(format("virtual threads cannot wait for sockets (%s); see ulimit -n and ulimit -u",
                why instanceof IOException || why.getCause() == null ? why.getMessage() : why.getCause()), why);
    }
}
