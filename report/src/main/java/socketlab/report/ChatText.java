package socketlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What table, pictures and page say in words of a chat. */
final class ChatText {
    private static final int NAMED = 4;

    private ChatText() {}

    static boolean isChat(Run run) {
        return run.models().stream().anyMatch(model -> model.chat() != null);
    }

    /** {@code 99 of 100 deliveries arrive within 1.2 ms in select and 3.4 ms in virtual; single failed ...}. */
    static String title(Run run) {
        List<ModelResult> sound = run.models().stream().filter(ChatText::sound).toList();
        List<String> parts = new ArrayList<>();
        if (!sound.isEmpty()) {
            parts.add("99 of 100 deliveries arrive within " + (sound.size() <= NAMED
                    ? Words.list(sound.stream().map(ChatText::within).toList()) : range(sound)));
        }
        List<String> failed = run.models().stream().filter(model -> model.chat() != null && !sound(model))
                .map(model -> model.model() + " " + failure(model.chat())).toList();
        if (failed.size() > NAMED) {
            parts.add(Words.spelled(failed.size()) + " models do not deliver everything, and win nothing");
        } else {
            parts.addAll(failed);
        }
        return String.join("; ", parts);
    }

    private static boolean sound(ModelResult model) {
        return model.chat() != null && model.chat().failed() == 0 && model.failed() == 0
                && model.chat().deliveryMs() != null;
    }

    private static String within(ModelResult model) {
        return Words.time(model.chat().deliveryMs().p99()) + " in " + model.model();
    }

    private static String range(List<ModelResult> sound) {
        List<ModelResult> sorted = sound.stream()
                .sorted(Comparator.comparingDouble((ModelResult model) -> model.chat().deliveryMs().p99())).toList();
        return "from " + within(sorted.getFirst()) + " to " + within(sorted.getLast());
    }

    private static String failure(ChatResult chat) {
        if (chat.entered() < chat.members()) {
            return "lets in only " + Words.number(chat.entered()) + " of " + Words.count(chat.members(), "member");
        }
        return chat.deliveries() == 0 ? "delivers nothing" : "does not deliver as it should: " + chat.failures();
    }

    /** What became of one model's deliveries. */
    static String finding(ModelResult model) {
        ChatResult chat = model.chat();
        String who = chat.entered() == chat.members() ? ""
                : "Only " + Words.number(chat.entered()) + " of " + Words.count(chat.members(), "member")
                        + (chat.entered() == 1 ? " was" : " were") + " let into the room. ";
        if (chat.deliveryMs() == null) {
            return who + "Nobody heard anything" + slowReader(chat) + ".";
        }
        String what = chat.failed() == 0 ? "All " + deliveries(chat.deliveries()) + " arrived, once each and in one order"
                : Words.number(chat.deliveries()) + " of " + deliveries(chat.deliveriesExpected()) + " arrived ("
                        + chat.failures() + "), so it wins nothing";
        return who + what + "; half of them took at most " + Words.time(chat.deliveryMs().p50()) + ", 99 of 100 at most "
                + Words.time(chat.deliveryMs().p99()) + ", the slowest " + Words.time(chat.deliveryMs().max())
                + slowReader(chat) + ".";
    }

    private static String deliveries(long count) {
        return Words.number(count) + (count == 1 ? " delivery" : " deliveries");
    }

    private static String slowReader(ChatResult chat) {
        if (chat.slowReader() == null) {
            return "";
        }
        return chat.slowReader().dropped() ? ". The slow reader was hung up on" + (chat.slowReader().afterMs() == null
                ? "" : " after " + Words.time(chat.slowReader().afterMs())) : ". The slow reader was not hung up on";
    }

    static String subtitle(Run run) {
        return "From the moment a message was meant to be said until one of the others had it. " + load(run);
    }

    /** {@code Closed loop, 20 members, 1,000 messages of 64 bytes per model; each says its next when ...}. */
    static String load(Run run) {
        LoadSettings load = run.load();
        ChatResult chat = run.models().stream().map(ModelResult::chat).filter(one -> one != null).findFirst().orElseThrow();
        String others = chat.slowReader() == null ? "" : " and one who does not read";
        String loop = Words.format("%s loop", load.loop());
        return Character.toUpperCase(loop.charAt(0)) + loop.substring(1) + ", "
                + Words.count(chat.members(), "member") + others + ", " + Words.count(load.requests(), "message") + " of "
                + chat.messageBytes() + " bytes per model; each says its next one when the others have heard its last.";
    }

    static List<String> notes(Run run, List<ModelResult> shown) {
        List<String> notes = new ArrayList<>();
        if (shown.size() > 1) {
            notes.add("Curves that coincide hide one another; the labels on the right name every one.");
        }
        List<String> failed = run.models().stream().filter(model -> model.chat() != null && model.chat().failed() > 0)
                .map(model -> model.model() + ": " + model.chat().failures()).toList();
        if (!failed.isEmpty()) {
            notes.add("Failed: " + String.join("; ", failed) + ". What is missing is in no curve.");
        }
        if (shown.isEmpty()) {
            notes.add("Nobody heard anything, so there is no latency to draw.");
        }
        return notes;
    }
}
