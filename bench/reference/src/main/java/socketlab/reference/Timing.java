package socketlab.reference;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param rounds    every program is measured once in each
 * @param lead      from the start of a load until what counts
 * @param window    what counts
 * @param warmUp    at most, for one program
 */
record Timing(int rounds, Duration lead, Duration window, Duration warmUp) {
    static final Timing FULL = new Timing(7, Duration.ofMillis(300), Duration.ofMillis(1_500), Duration.ofSeconds(20));
    static final Timing QUICK = new Timing(3, Duration.ofMillis(150), Duration.ofMillis(300), Duration.ofMillis(2_500));

    Timing withRounds(int number) {
        return new Timing(number, lead, window, warmUp);
    }
}
