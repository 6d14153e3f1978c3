package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.Steps.reply;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Trait;

/** A client that keeps the server busy, by computing or by talking, keeps it from nobody whom it could serve. */
interface FairnessRules extends Rules {

    @Test
    default void aComputationHoldsNobodyWhoCanBeServedMeanwhile() throws Exception {
        trial().needs(Trait.CONCURRENT, "its only thread computes");
        CountDownLatch served = new CountDownLatch(1);
        AtomicInteger computing = new AtomicInteger();
        trial().serve(Scripted.answering(message -> message.equals("hello") ? reply(message)
                : new Next.Compute<>(() -> {
                    computing.incrementAndGet();
                    spinUntil(() -> served.getCount() == 0, trial().patience().multipliedBy(2));
                    return "computed";
                }, Steps::reply)));
        int cores = Runtime.getRuntime().availableProcessors();
        List<Caller> busy = trial().call(Math.min(cores, trial().model().inService() - 1));
        for (Caller caller : busy) {
            caller.say("compute");
        }
        trial().await("computations", () -> computing.get() >= Math.min(busy.size(), Math.max(1, cores - 1)));
        try {
            for (int i = 0; i < 20; i++) {   // one more computation may only be about to begin
                assertThat(trial().answers("hello")).isTrue();
            }
        } finally {
            served.countDown();
        }
        for (Caller caller : busy) {
            assertThat(caller.hear()).isEqualTo("computed");
        }
    }

    @Test
    default void aFloodOfMessagesHoldsUpNobodyElse() throws Exception {
        trial().needs(Trait.CONCURRENT, "there is nobody else");
        trial().needs(Trait.STREAM, "a flood of datagrams is dropped by the kernel, with everybody's among them");
        trial().serve(Scripted.answering(message -> message.equals("flood") ? Next.READY : reply(message)));
        StreamCaller flooding = trial().dial();
        CountDownLatch served = new CountDownLatch(1);
        Thread flood = Thread.ofPlatform().start(() -> flooding.sendUntil(served, utf8("flood\n".repeat(10_000))));
        trial().awaitClient("the flood", client -> client.messages() > 10_000);
        try (Caller other = trial().call()) {
            for (int i = 0; i < 20; i++) {
                other.say("and I " + i);
                assertThat(other.hear()).isEqualTo("and I " + i);
            }
        } finally {
            served.countDown();
        }
        assertThat(flood.join(trial().patience())).isTrue();
    }

    /** What a computation does: hold its thread. */
    static void spinUntil(BooleanSupplier done, Duration limit) {
        for (long end = System.nanoTime() + limit.toNanos(); !done.getAsBoolean() && System.nanoTime() < end;) {
            Thread.onSpinWait();
        }
    }
}
