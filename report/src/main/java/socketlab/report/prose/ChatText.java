package socketlab.report.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** What table, pictures and page say in words of a chat. */
public final class ChatText {
    private static final int NAMED = 4;

    private ChatText() {}

    /** One of the things that members of a classroom do. */
    public interface PhaseOf {
        ChatResult.Phase of(ChatResult chat);
    }

    public static boolean isChat(Run run) {
        return run.models().stream().anyMatch(model -> model.chat() != null);
    }

    /** {@code 99 of 100 deliveries arrive within 1.2 ms in select and 3.4 ms in virtual; single failed ...}. */
    public static String title(Run run) {
        List<ModelResult> sound = run.models().stream().filter(ChatText::sound).toList();
        List<String> parts = new ArrayList<>();
        if (!sound.isEmpty()) {
            parts.add((sound.getFirst().chat().classroom() ? "While passwords are hashed, " : "")
                    + "99 of 100 deliveries arrive within " + (sound.size() <= NAMED
                    ? Formats.list(sound.stream().map(ChatText::within).toList()) : range(sound)));
        }
        List<String> failed = run.models().stream().filter(model -> model.chat() != null && !sound(model))
                .map(model -> model.model() + " " + failure(model.chat())).distinct().toList();
        if (failed.size() > NAMED) {
            parts.add(Formats.spelled(failed.size()) + " models do not deliver everything, and win nothing");
        } else {
            parts.addAll(failed);
        }
        return String.join("; ", parts);
    }

    private static boolean sound(ModelResult model) {
        return model.chat() != null && model.chat().failed() == 0 && model.failed() == 0 && judged(model) != null;
    }

    /** In a classroom, of those deliveries that were in the way of a hash, or the other way round. */
    public static LatencyMs judged(ModelResult model) {
        ChatResult chat = model.chat();
        return chat.classroom() ? chat.accounts().talk() == null ? null : chat.accounts().talk().latencyMs() : chat.deliveryMs();
    }

    private static String within(ModelResult model) {
        return Formats.time(judged(model).p99()) + " in " + model.label();
    }

    private static String range(List<ModelResult> sound) {
        List<ModelResult> sorted = sound.stream()
                .sorted(Comparator.comparingDouble((ModelResult model) -> judged(model).p99())).toList();
        return "from " + within(sorted.getFirst()) + " to " + within(sorted.getLast());
    }

    private static String failure(ChatResult chat) {
        if (chat.room().entered() < chat.room().members()) {
            return "lets in only " + Formats.number(chat.room().entered()) + " of " + Formats.count(chat.room().members(), "member");
        }
        if (chat.failed() == 0) {
            return "has nobody talking while passwords are hashed";
        }
        return chat.deliveries().arrived() == 0 ? "delivers nothing" : "does not deliver as it should: " + failures(chat);
    }

    public static String subtitle(Run run) {
        return "From the moment a message was meant to be said until one of the others had it. " + load(run);
    }

    /** {@code Closed loop, 20 members, 1,000 messages of 64 bytes per model; each says its next when ...}. */
    public static String load(Run run) {
        LoadSettings load = run.load();
        ChatResult chat = run.models().stream().map(ModelResult::chat).filter(one -> one != null).findFirst().orElseThrow();
        String loop = Formats.format("%s loop", load.loop());
        return Character.toUpperCase(loop.charAt(0)) + loop.substring(1) + ", "
                + Formats.count(chat.room().members(), "member") + ", " + Formats.count(load.requests(), "message") + " of "
                + chat.room().messageBytes() + " bytes per model; each says its next one when the others have heard its last.";
    }

    public static List<String> notes(Run run, List<ModelResult> shown) {
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

    public static List<String> failed(Run run) {
        List<String> failed = run.models().stream().filter(model -> model.chat() != null && model.chat().failed() > 0)
                .map(model -> model.label() + ": " + failures(model.chat())).toList();
        return failed.isEmpty() ? List.of() : List.of("Failed: " + String.join("; ", failed) + ".");
    }

    /** {@code of 990 deliveries 12 missing, 1 duplicate}; every kind that there is, and what the server said to it. */
    public static String failures(ChatResult chat) {
        List<String> kinds = new ArrayList<>();
        add(kinds, chat.deliveries().missing(), "missing");
        add(kinds, chat.deliveries().duplicate(), "duplicate");
        add(kinds, chat.deliveries().foreign(), "foreign");
        add(kinds, chat.deliveries().outOfOrder(), "out of order");
        List<String> parts = new ArrayList<>();
        if (!kinds.isEmpty()) {
            parts.add("of " + Formats.number(chat.deliveries().expected()) + " deliveries " + String.join(", ", kinds));
        }
        List<String> refused = new ArrayList<>();
        add(refused, failed(chat.accounts().register()), "to register");
        add(refused, failed(chat.accounts().login()), "to log in");
        add(refused, failed(chat.accounts().logout()), "to log out");
        if (!refused.isEmpty()) {
            parts.add("asked in vain " + String.join(", ", refused));
        }
        if (chat.error() != null) {
            parts.add("the server said \"" + chat.error() + "\"");
        }
        return String.join("; ", parts);
    }

    private static void add(List<String> kinds, long count, String kind) {
        if (count > 0) {
            kinds.add(Formats.number(count) + " " + kind);
        }
    }

    private static int failed(ChatResult.Phase phase) {
        return phase == null ? 0 : phase.failed();
    }
}
