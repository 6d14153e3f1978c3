package socketlab.load;

import java.util.Arrays;

/** So many rows of a log, in plain arrays. */
final class Block {
    static final int ROWS = 4096;
    static final int TIMES = Moment.values().length;

    final long[] times = new long[ROWS * TIMES];   // a row's times side by side: one request, one cache line
    final int[] clients = new int[ROWS];
    final int[] ports = new int[ROWS];
    final Outcome[] outcomes = new Outcome[ROWS];

    Block() {
        Arrays.fill(times, -1);
        Arrays.fill(ports, -1);
    }
}
