package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who must wait before a further login, and who must not. */
class LoginThrottleTest {
    private static final UserName ALICE = new UserName("alice");
    private static final UserName BOB = new UserName("bob");
    private static final SocketAddress HERE = new InetSocketAddress("192.0.2.1", 5001);
    private static final SocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.2", 5001);

    private final AtomicLong now = new AtomicLong();
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** The seconds that each of these logins had to wait; all of them failed. */
    private List<Integer> fail(int times, UserName name, SocketAddress address) {
        List<Integer> waits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int seconds = throttle.admit(name, address);
            waits.add(seconds);
            if (seconds > 0) {
                pass(Duration.ofSeconds(seconds));
                assertThat(throttle.admit(name, address)).as("after that time").isZero();
            }
            throttle.failed(name, address);
        }
        return waits;
    }

    @Test
    void threeFailuresAreFreeThenEachDoublesTheWaitUpToEightSeconds() {
        assertThat(fail(10, ALICE, HERE)).containsExactly(0, 0, 0, 1, 2, 4, 8, 8, 8, 8);
    }

    @Test
    void aPortIsNoOtherAddressAndAnotherSpellingNoOtherName() {
        fail(3, ALICE, HERE);
        assertThat(throttle.admit(new UserName("ALICE"), new InetSocketAddress("192.0.2.1", 6000))).isEqualTo(1);
    }

    @Test
    void neitherTheOwnerElsewhereNorTheRestOfAClassWaits() {
        fail(150, ALICE, HERE);
        assertThat(throttle.admit(ALICE, HERE)).isEqualTo(LoginThrottle.MAX_WAIT_SECONDS);
        assertThat(throttle.admit(ALICE, ELSEWHERE)).isZero();
        assertThat(throttle.admit(BOB, HERE)).isZero();
    }

    @Test
    void aSuccessClearsTheNameForThisAddress() {
        fail(3, ALICE, HERE);
        pass(Duration.ofSeconds(1));
        assertThat(throttle.admit(ALICE, HERE)).isZero();
        throttle.succeeded(ALICE, HERE);
        assertThat(fail(4, ALICE, HERE)).containsExactly(0, 0, 0, 1);
    }

    @Test
    void loginsAtTheSameTimeCountBeforeTheyHaveFailed() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.admit(ALICE, HERE)).isZero();
        }
        assertThat(throttle.admit(ALICE, HERE)).isEqualTo(1);
        throttle.cancelled(ALICE, HERE);
        assertThat(throttle.admit(ALICE, HERE)).as("one was not checked").isZero();
    }

    @Test
    void aNameThatManyAddressesAttackLetsNoneGuessTwiceAtOnce() {
        for (int host = 10; host < 30; host++) {
            assertThat(fail(1, ALICE, new InetSocketAddress("192.0.2." + host, 1))).containsExactly(0);
        }
        assertThat(fail(2, ALICE, new InetSocketAddress("192.0.2.30", 1))).containsExactly(0, 8);
        assertThat(throttle.admit(ALICE, HERE)).as("its owner").isZero();
    }

    @Test
    void anAddressThatTriesManyNamesGuessesOnceAtEach() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.isSuspect(HERE)).isFalse();
            fail(1, new UserName("name" + i), HERE);
        }
        assertThat(throttle.isSuspect(HERE)).isTrue();
        assertThat(throttle.isSuspect(ELSEWHERE)).isFalse();
        assertThat(fail(2, BOB, HERE)).containsExactly(0, 8);
    }

    @Test
    void allIsForgottenAfterTwentyMinutes() {
        fail(200, ALICE, HERE);
        assertThat(throttle.admit(ALICE, HERE)).isPositive();
        pass(Duration.ofMinutes(20));
        assertThat(throttle.isSuspect(HERE)).isFalse();
        assertThat(fail(4, ALICE, HERE)).containsExactly(0, 0, 0, 1);
    }

    @Test
    void aClassThatMistypesAllDayIsNoAttacker() {
        for (int i = 0; i < 500; i++) {
            fail(1, new UserName("name" + i % 40), HERE);
            pass(Duration.ofSeconds(10));
        }
        assertThat(throttle.isSuspect(HERE)).isFalse();
    }

    /** Each host there has as many addresses as it likes. */
    @Test
    void ofIpv6OnlyTheNetworkCounts() {
        fail(3, ALICE, new InetSocketAddress("2001:db8::1", 1));
        assertThat(throttle.admit(ALICE, new InetSocketAddress("2001:db8::2:1", 1))).isEqualTo(1);
        assertThat(throttle.admit(ALICE, new InetSocketAddress("2001:db8:0:1::1", 1))).isZero();
    }

    @Test
    void theTableIsBoundedAndKeepsWhatIsUsed() {
        for (int i = 0; i < 50_000; i++) {
            throttle.admit(new UserName("name" + i), HERE);
            if (i % 5_000 == 0) {
                fail(1, ALICE, ELSEWHERE);
            }
        }
        assertThat(throttle.size()).isEqualTo(10_000);
        assertThat(throttle.admit(ALICE, ELSEWHERE)).isPositive();
    }
}
