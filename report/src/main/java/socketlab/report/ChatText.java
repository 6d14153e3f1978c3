package socketlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What table, pictures and page say in words of a chat. */
final class ChatText {
    private static final int NAMED = 4;

    private ChatText() {}

    /** One of the things that members of a classroom do. */
    interface PhaseOf {
        ChatResult.Phase of(ChatResult chat);
    }

    static boolean isChat(Run run) {
        return run.models().stream().anyMatch(model -> model.chat() != null);
    }

    /** {@code 99 of 100 deliveries arrive within 1.2 ms in select and 3.4 ms in virtual; single failed ...}. */
    static String title(Run run) {
        List<ModelResult> sound = run.models().stream().filter(ChatText::sound).toList();
        List<String> parts = new ArrayList<>();
        if (!sound.isEmpty()) {
            parts.add((sound.getFirst().chat().isClassroom() ? "While passwords are hashed, " : "")
                    + "99 of 100 deliveries arrive within " + (sound.size() <= NAMED
                    ? Words.list(sound.stream().map(ChatText::within).toList()) : range(sound)));
        }
        List<String> failed = run.models().stream().filter(model -> model.chat() != null && !sound(model))
                .map(model -> model.model() + " " + failure(model.chat())).distinct().toList();
        if (failed.size() > NAMED) {
            parts.add(Words.spelled(failed.size()) + " models do not deliver everything, and win nothing");
        } else {
            parts.addAll(failed);
        }
        return String.join("; ", parts);
    }

    private static boolean sound(ModelResult model) {
        return model.chat() != null && model.chat().failed() == 0 && model.failed() == 0 && judged(model) != null;
    }

    /** In a classroom, of those deliveries that were in the way of a hash, or the other way round. */
    static LatencyMs judged(ModelResult model) {
        ChatResult chat = model.chat();
        return chat.isClassroom() ? chat.talk() == null ? null : chat.talk().latencyMs() : chat.deliveryMs();
    }

    private static String within(ModelResult model) {
        return Words.time(judged(model).p99()) + " in " + model.label();
    }

    private static String range(List<ModelResult> sound) {
        List<ModelResult> sorted = sound.stream()
                .sorted(Comparator.comparingDouble((ModelResult model) -> judged(model).p99())).toList();
        return "from " + within(sorted.getFirst()) + " to " + within(sorted.getLast());
    }

    private static String failure(ChatResult chat) {
        if (chat.entered() < chat.members()) {
            return "lets in only " + Words.number(chat.entered()) + " of " + Words.count(chat.members(), "member");
        }
        if (chat.failed() == 0) {
            return "has nobody talking while passwords are hashed";
        }
        return chat.deliveries() == 0 ? "delivers nothing" : "does not deliver as it should: " + chat.failures();
    }

    static String subtitle(Run run) {
        return "From the moment a message was meant to be said until one of the others had it. " + load(run);
    }

    /** {@code Closed loop, 20 members, 1,000 messages of 64 bytes per model; each says its next when ...}. */
    static String load(Run run) {
        LoadSettings load = run.load();
        ChatResult chat = run.models().stream().map(ModelResult::chat).filter(one -> one != null).findFirst().orElseThrow();
        String loop = Words.format("%s loop", load.loop());
        return Character.toUpperCase(loop.charAt(0)) + loop.substring(1) + ", "
                + Words.count(chat.members(), "member") + ", " + Words.count(load.requests(), "message") + " of "
                + chat.messageBytes() + " bytes per model; each says its next one when the others have heard its last.";
    }

    static List<String> notes(Run run, List<ModelResult> shown) {
        List<String> notes = new ArrayList<>();
        if (shown.size() > 1) {
            notes.add("Curves that coincide hide one another; the labels on the right name every one.");
        }
        notes.addAll(failed(run).stream().map(text -> text + " What is missing is in no curve.").toList());
        if (shown.isEmpty()) {
            notes.add("Nobody heard anything, so there is no latency to draw.");
        }
        return notes;
    }

    static List<String> failed(Run run) {
        List<String> failed = run.models().stream().filter(model -> model.chat() != null && model.chat().failed() > 0)
                .map(model -> model.label() + ": " + model.chat().failures()).toList();
        return failed.isEmpty() ? List.of() : List.of("Failed: " + String.join("; ", failed) + ".");
    }
}
