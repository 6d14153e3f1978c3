package socketlab.core.contract;

import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.util.function.Supplier;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Session;

/** Every place where a service's own code runs, and so may throw. */
enum Bug {
    OPEN, ON_OPEN, ON_MESSAGE, AFTER_A_SLEEP, TASK, AFTER_A_COMPUTATION, ON_SENT, ON_CLOSE;

    /** An echo, until it is sent "fail" (or, where nothing can be sent yet, for the client that is to meet the bug). */
    Session in(Peer peer, boolean meetsIt, Supplier<? extends Error> error) {
        if (this == OPEN && meetsIt) {
            throw failure(error);
        }
        return ScriptedSession.opening(() -> fails(ON_OPEN, meetsIt, error, Next.READY))
                .andAnswering(message -> message.equals("fail") ? step(error) : reply(message))
                .sent(() -> fails(ON_SENT, meetsIt, error, null))
                .closing(() -> fails(ON_CLOSE, meetsIt, error, null));
    }

    private Next step(Supplier<? extends Error> error) {
        return switch (this) {
            case ON_MESSAGE -> throw failure(error);
            case AFTER_A_SLEEP -> sleep(5, () -> {
                throw failure(error);
            });
            case TASK -> new Next.Compute<>(() -> {
                throw failure(error);
            }, never -> reply("no failure"));
            case AFTER_A_COMPUTATION -> new Next.Compute<>(() -> "done", done -> {
                throw failure(error);
            });
            default -> NextSteps.finalReply("as you wish");
        };
    }

    private Next fails(Bug place, boolean meetsIt, Supplier<? extends Error> error, Next otherwise) {
        if (this == place && meetsIt) {
            throw failure(error);
        }
        return otherwise;
    }

    private static RuntimeException failure(Supplier<? extends Error> error) {
        if (error != null) {
            throw error.get();
        }
        return new IllegalStateException("a bug in the service, on purpose");
    }
}
