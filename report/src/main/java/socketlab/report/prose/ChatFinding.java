package socketlab.report.prose;

import java.util.List;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;

/** One model's deliveries in a sentence or two; with a slow reader, and in a classroom, one more. */
public final class ChatFinding {
    private ChatFinding() {}

    /** Of one model's results in a run; where there are two, the later one is with a slow reader. */
    public static String of(List<ModelResult> all) {
        List<ModelResult> results = all.stream().filter(result -> result.chat() != null).toList();
        if (results.isEmpty()) {
            return "No message was sent.";
        }
        ModelResult first = results.getFirst();
        String finding = sentence(first.chat());
        if (results.size() > 1) {
            ChatResult slow = results.getLast().chat();
            finding += " With a slow reader: " + hangUp(slow) + (slow.failed() > 0 ? ", " + ChatText.failures(slow) : "")
                    + growth(first.chat(), slow) + ".";
        } else if (first.chat().slowReader() != null) {
            finding += " " + Formats.capital(hangUp(first.chat())) + ".";
        }
        return finding;
    }

    private static String sentence(ChatResult chat) {
        ChatResult.Room room = chat.room();
        String who = room.entered() == room.members() ? "" : "Only " + Formats.number(room.entered()) + " of "
                + Formats.count(room.members(), "member") + " entered the room. ";
        if (chat.deliveryMs() == null) {
            return who + "No message was delivered.";
        }
        String what = chat.failed() == 0
                ? "All " + deliveries(chat.deliveries().arrived()) + " arrived, once each and in one order"
                : Formats.number(chat.deliveries().arrived()) + " of " + deliveries(chat.deliveries().expected())
                        + " arrived (" + ChatText.failures(chat) + "), so it is not ranked";
        return who + what + "; " + percentiles(chat.deliveryMs()) + "." + classroom(chat);
    }

    private static String percentiles(LatencyMs latency) {
        return "p50 " + Formats.time(latency.p50()) + ", p99 " + Formats.time(latency.p99()) + ", max "
                + Formats.time(latency.max());
    }

    private static String deliveries(long count) {
        return Formats.number(count) + (count == 1 ? " delivery" : " deliveries");
    }

    private static String classroom(ChatResult chat) {
        ChatResult.Accounts accounts = chat.accounts();
        if (!chat.classroom() || accounts.register() == null || accounts.login() == null) {
            return "";
        }
        String talk = accounts.talk() == null || accounts.talk().latencyMs() == null
                ? " No message was sent during hashing"
                : " During hashing, p99 " + Formats.time(accounts.talk().latencyMs().p99());
        return talk + "; " + Formats.number(accounts.register().succeeded()) + " registrations and "
                + Formats.number(accounts.login().succeeded()) + " logins" + (accounts.login().latencyMs() == null ? ""
                        : ", a login took up to " + Formats.time(accounts.login().latencyMs().max())) + ".";
    }

    private static String hangUp(ChatResult chat) {
        if (!chat.slowReader().dropped()) {
            return "the server does not hang up on it, because its send queue and the kernel's buffers hold everything";
        }
        return "the server hangs up on it" + (chat.slowReader().afterMs() == null ? "" : " after "
                + Formats.time(chat.slowReader().afterMs()));
    }

    private static String growth(ChatResult alone, ChatResult slow) {
        if (alone.deliveryMs() == null || slow.deliveryMs() == null) {
            return "";
        }
        return "; p99 of the deliveries to the others is " + Formats.time(slow.deliveryMs().p99()) + ", without it "
                + Formats.time(alone.deliveryMs().p99());
    }
}
