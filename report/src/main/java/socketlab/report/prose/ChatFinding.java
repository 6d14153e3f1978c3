package socketlab.report.prose;

import java.util.List;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;

/** What became of one model's deliveries, in a sentence or two; beside a slow reader, and among hashes, one more. */
public final class ChatFinding {
    private ChatFinding() {}

    /** Of one model's results in a run, of which the later one is beside a slow reader. */
    public static String of(List<ModelResult> results) {
        ModelResult first = results.getFirst();
        String finding = sentence(first.chat());
        if (results.size() > 1) {
            ChatResult beside = results.getLast().chat();
            finding += " Beside a slow reader: " + fate(beside) + (beside.failed() > 0 ? ", " + ChatText.failures(beside) : "")
                    + growth(first.chat(), beside) + ".";
        } else if (first.chat().slowReader() != null) {
            finding += " The slow reader " + fate(first.chat()) + ".";
        }
        return finding;
    }

    private static String sentence(ChatResult chat) {
        String who = chat.room().entered() == chat.room().members() ? ""
                : "Only " + Formats.number(chat.room().entered()) + " of " + Formats.count(chat.room().members(), "member")
                        + (chat.room().entered() == 1 ? " was" : " were") + " let into the room. ";
        if (chat.deliveryMs() == null) {
            return who + "Nobody heard anything.";
        }
        String what = chat.failed() == 0 ? "All " + deliveries(chat.deliveries().arrived()) + " arrived, once each and in one order"
                : Formats.number(chat.deliveries().arrived()) + " of " + deliveries(chat.deliveries().expected()) + " arrived ("
                        + ChatText.failures(chat) + "), so it wins nothing";
        return who + what + "; " + latency("half of them took", chat.deliveryMs()) + "." + classroom(chat);
    }

    private static String latency(String half, LatencyMs latency) {
        return half + " at most " + Formats.time(latency.p50()) + ", 99 of 100 at most " + Formats.time(latency.p99())
                + ", the slowest " + Formats.time(latency.max());
    }

    private static String deliveries(long count) {
        return Formats.number(count) + (count == 1 ? " delivery" : " deliveries");
    }

    private static String classroom(ChatResult chat) {
        if (!chat.classroom() || chat.accounts().register() == null || chat.accounts().login() == null) {
            return "";
        }
        String talk = chat.accounts().talk() == null || chat.accounts().talk().latencyMs() == null
                ? " Nobody talked while somebody waited for a hash"
                : " While somebody waited for a hash, 99 of 100 took at most " + Formats.time(chat.accounts().talk().latencyMs().p99());
        return talk + "; " + Formats.number(chat.accounts().register().succeeded()) + " registered and "
                + Formats.number(chat.accounts().login().succeeded()) + " logged in" + (chat.accounts().login().latencyMs() == null ? ""
                : ", which took up to " + Formats.time(chat.accounts().login().latencyMs().max())) + ".";
    }

    private static String fate(ChatResult chat) {
        if (!chat.slowReader().dropped()) {
            return "it was not hung up on, for what was said to it is less than its outbox and the kernel hold";
        }
        return "it was hung up on" + (chat.slowReader().afterMs() == null ? "" : " after "
                + Formats.time(chat.slowReader().afterMs()));
    }

    private static String growth(ChatResult alone, ChatResult beside) {
        if (alone.deliveryMs() == null || beside.deliveryMs() == null) {
            return "";
        }
        return "; 99 of 100 deliveries to the others took at most " + Formats.time(beside.deliveryMs().p99()) + ", "
                + Formats.times(beside.deliveryMs().p99() / alone.deliveryMs().p99()) + " as long as without it";
    }
}
