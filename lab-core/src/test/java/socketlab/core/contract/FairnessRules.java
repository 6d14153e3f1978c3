package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Trait;

/** A client that keeps the server busy, by computing or by sending, does not keep it from serving the others. */
interface FairnessRules extends Rules {

    @Test
    default void aComputationHoldsUpNoOtherClient() throws Exception {
        fixture().needs(Trait.CONCURRENT, "its only thread computes");
        CountDownLatch served = new CountDownLatch(1);
        AtomicInteger computing = new AtomicInteger();
        fixture().serve(ScriptedService.answering(message -> message.equals("hello") ? reply(message)
                : new Next.Compute<>(() -> {
                    computing.incrementAndGet();
                    spinUntil(() -> served.getCount() == 0, fixture().patience().multipliedBy(2));
                    return "computed";
                }, NextSteps::reply)));
        int cores = Runtime.getRuntime().availableProcessors();
        List<TestClient> busy = fixture().newClients(Math.min(cores, fixture().model().inService() - 1));
        for (TestClient client : busy) {
            client.send("compute");
        }
        fixture().await("computations", () -> computing.get() >= Math.min(busy.size(), Math.max(1, cores - 1)));
        try {
            for (int i = 0; i < 20; i++) {   // one more computation may only be about to begin
                assertThat(fixture().answers("hello")).isTrue();
            }
        } finally {
            served.countDown();
        }
        for (TestClient client : busy) {
            assertThat(client.receive()).isEqualTo("computed");
        }
    }

    @Test
    default void aFloodOfMessagesHoldsUpNoOtherClient() throws Exception {
        fixture().needs(Trait.CONCURRENT, "there is no other client");
        fixture().needs(Trait.STREAM, "a flood of datagrams is dropped by the kernel, those of other clients among them");
        fixture().serve(ScriptedService.answering(message -> message.equals("flood") ? Next.READY : reply(message)));
        StreamClient flooding = fixture().newStreamClient();
        CountDownLatch served = new CountDownLatch(1);
        Thread flood = Thread.ofPlatform().start(() -> flooding.sendUntil(served, utf8("flood\n".repeat(10_000))));
        fixture().awaitClient("the flood", listed -> listed.messages() > 10_000);
        try (TestClient other = fixture().newClient()) {
            for (int i = 0; i < 20; i++) {
                other.send("and I " + i);
                assertThat(other.receive()).isEqualTo("and I " + i);
            }
        } finally {
            served.countDown();
        }
        assertThat(flood.join(fixture().patience())).isTrue();
    }

    /** What a computation does: it keeps its thread busy. */
    static void spinUntil(BooleanSupplier done, Duration limit) {
        for (long end = System.nanoTime() + limit.toNanos(); !done.getAsBoolean() && System.nanoTime() < end;) {
            Thread.onSpinWait();
        }
    }
}
