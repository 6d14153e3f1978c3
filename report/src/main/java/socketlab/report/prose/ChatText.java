package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** A chat in words: title, notes, failures. */
public final class ChatText {
    private static final int NAMED = 4;

    private ChatText() {}

    /** {@code Every delivery arrives once and in one order in select and virtual; ...}; of one model its p99. */
    public static String title(Run run) {
        List<ModelResult> sound = run.models().stream().filter(ChatText::sound).toList();
        List<String> parts = new ArrayList<>();
        if (sound.size() == 1) {
            parts.add("The p99 of a delivery " + (sound.getFirst().chat().classroom() ? "during password hashing " : "") + "is "
                    + Formats.time(judged(sound.getFirst().chat()).p99()) + " in " + sound.getFirst().label());
        } else if (!sound.isEmpty()) {
            List<String> labels = sound.stream().map(ModelResult::label).toList();
            parts.add("Every delivery arrives once and in one order in " + Formats.some(labels,
                    sound.size() == run.models().size() ? "every model" : "%s models") + ", " + DifferenceText.NO_CLAIM
                    + " about latency");
        }
        List<String> failed = run.models().stream().filter(model -> !sound(model))
                .map(model -> model.model() + " " + failure(model)).distinct().toList();
        if (failed.size() > NAMED) {
            String number = Formats.spelled(failed.size());
            parts.add((parts.isEmpty() ? Formats.capital(number) : number) + " models fail deliveries and are not ranked");
        } else {
            parts.addAll(failed);
        }
        return String.join("; ", parts);
    }

    private static boolean sound(ModelResult model) {
        return model.chat() != null && model.chat().failed() == 0 && model.failed() == 0 && model.crash() == null
                && judged(model.chat()) != null;
    }

    /** The latency that a chat is judged by: in a classroom, of the deliveries during hashing; null without any. */
    public static LatencyMs judged(ChatResult chat) {
        return !chat.classroom() ? chat.deliveryMs()
                : chat.accounts().talk() == null ? null : chat.accounts().talk().latencyMs();
    }

    private static String failure(ModelResult model) {
        return model.crash() != null ? "crashed" : model.chat() == null ? "sent nothing" : failure(model.chat());
    }

    private static String failure(ChatResult chat) {
        if (chat.room().entered() < chat.room().members()) {
            return "has only " + Formats.number(chat.room().entered()) + " of " + Formats.count(chat.room().members(), "member")
                    + " in the room";
        }
        if (chat.failed() == 0) {
            return "delivers no message during password hashing";
        }
        return chat.deliveries().arrived() == 0 ? "delivers nothing" : "fails: " + failures(chat);
    }

    /** Notes for a chart of deliveries. */
    public static List<String> notes(Run run, List<ModelResult> shown) {
        List<String> notes = new ArrayList<>();
        if (shown.size() > 1) {
            notes.add("Where curves coincide, the labels on the right name each of them.");
        }
        notes.addAll(failed(run).stream().map(text -> text + " Missing deliveries are in no curve.").toList());
        if (shown.isEmpty()) {
            notes.add("No message was delivered, so there is no latency to draw.");
        }
        return notes;
    }

    /** One line with the failures of every model; none where nothing failed. */
    public static List<String> failed(Run run) {
        List<String> failed = run.models().stream().filter(model -> model.chat() != null && model.chat().failed() > 0)
                .map(model -> model.label() + ": " + failures(model.chat())).toList();
        return failed.isEmpty() ? List.of() : List.of("Failed: " + String.join("; ", failed) + ".");
    }

    /** {@code of 990 deliveries 12 missing, 1 duplicate}; every kind of failure, and the server's unexpected line. */
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
        List<String> commands = new ArrayList<>();
        add(commands, failed(chat.accounts().register()), "of /register");
        add(commands, failed(chat.accounts().login()), "of /login");
        add(commands, failed(chat.accounts().logout()), "of /logout");
        if (!commands.isEmpty()) {
            parts.add("failed commands: " + String.join(", ", commands));
        }
        if (chat.error() != null) {
            parts.add("the server sent \"" + chat.error() + "\"");
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
