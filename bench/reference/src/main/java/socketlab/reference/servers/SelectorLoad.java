package socketlab.reference.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A bare load client: one thread, one selector, closed loop; each client sends a line and waits for as many bytes. {@code load.c} in Java:
 * it prints {@code ready} and, for each line on its input, how many replies it has had.
 */
public final class SelectorLoad {
    private static final long LOST_NANOS = 200_000_000;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
    private final ByteBuffer request;
    private final boolean udp;
    private volatile long replies;

    private static final class Client {
        private int missing;
        private long askedNanos;
    }

    private SelectorLoad(boolean udp, int bytes) throws IOException {
        this.udp = udp;
        byte[] line = new byte[bytes];
        Arrays.fill(line, (byte) 'a');
        line[bytes - 1] = '\n';
        request = ByteBuffer.allocateDirect(bytes).put(line).flip();
    }

    /** {@code tcp|udp PORT CLIENTS BYTES}. */
    public static void main(String[] arguments) throws IOException {
        SelectorLoad load = new SelectorLoad(arguments[0].equals("udp"), Integer.parseInt(arguments[3]));
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            load.connect(server);
        }
        System.out.println("ready");
        Thread.ofPlatform().start(load::answerCounts);
        load.run();
    }

    private void connect(InetSocketAddress server) throws IOException {
        SelectableChannel channel;
        if (udp) {
            channel = DatagramChannel.open().connect(server);
        } else {
            channel = SocketChannel.open(server).setOption(StandardSocketOptions.TCP_NODELAY, true)
                    .setOption(StandardSocketOptions.SO_LINGER, 0);   // no TIME_WAIT: ports would run out
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Client());
    }

    private void run() throws IOException {
        for (SelectionKey key : selector.keys()) {
            ask(key);
        }
        long looked = System.nanoTime();
        while (true) {
            selector.select(this::read, udp ? 100 : 0);
            if (udp && System.nanoTime() - looked > LOST_NANOS) {
                looked = System.nanoTime();
                askAgain(looked);
            }
        }
    }

    private void ask(SelectionKey key) throws IOException {
        Client client = (Client) key.attachment();
        client.missing = request.capacity();
        if (udp) {
            client.askedNanos = System.nanoTime();
        }
        ((ByteChannel) key.channel()).write(request.rewind());
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")   // one thread writes
    private void read(SelectionKey key) {
        try {
            int count = ((ByteChannel) key.channel()).read(buffer.clear());
            if (count < 0) {
                throw new IOException("the server closed a connection");
            }
            Client client = (Client) key.attachment();
            client.missing -= count;
            if (count > 0 && client.missing <= 0) {
                replies++;
                ask(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lost datagram would end a client's loop. */
    private void askAgain(long now) throws IOException {
        for (SelectionKey key : selector.keys()) {
            if (now - ((Client) key.attachment()).askedNanos > LOST_NANOS) {
                ask(key);
            }
        }
    }

    /** The end of the input is the end of the process. */
    private void answerCounts() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            while (in.readLine() != null) {
                System.out.println(replies);
            }
        } catch (IOException ended) {
            // the same
        }
        Runtime.getRuntime().halt(0);
    }
}
