package socketlab.load.log;

import java.util.Arrays;

/** A fixed number of rows of a request log, in plain arrays. */
final class LogBlock {
    static final int ROWS = 4096;
    static final int TIMES = RequestPhase.values().length;

    final long[] times = new long[ROWS * TIMES];   // a row's times side by side: one request, one cache line
    final int[] clients = new int[ROWS];
    final int[] ports = new int[ROWS];
    final byte[] outcomes = new byte[ROWS];   // ordinal + 1, 0 while in flight: storing a reference costs a GC barrier

    LogBlock() {
        Arrays.fill(times, -1);
        Arrays.fill(ports, -1);
    }
}
