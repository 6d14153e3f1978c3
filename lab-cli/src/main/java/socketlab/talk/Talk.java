package socketlab.talk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jline.reader.UserInterruptException;

/** Talking to a server from beginning to end: at a terminal with all that makes it comfortable, or in a script. */
public final class Talk {
    private static final int ALL_WELL = 0;
    private static final int CTRL_C = 130;
    private static final String NOBODY_IN_PARTICULAR = "guest";   // where a name is needed and none is given

    private final Desk desk;
    private final Paint paint;
    private Target target;

    Talk(Desk desk, Paint paint, Target target) {
        this.desk = desk;
        this.paint = paint;
        this.target = target;
    }

    /**
     * Talks until one side ends it; returns the exit code.
     *
     * @throws IOException with one line, when there is nobody to talk to
     */
    public static int with(Target target) throws IOException {
        Optional<Desk> here = Desk.open();
        if (here.isEmpty()) {
            return inScript(target, System.in, System.out, System.err);
        }
        try (Desk desk = here.get()) {
            String noColour = System.getenv("NO_COLOR");
            return new Talk(desk, new Paint(noColour == null || noColour.isEmpty()), target).talk();
        } catch (UserInterruptException atAQuestion) {
            return CTRL_C;
        }
    }

    /** Lines in, lines out. */
    static int inScript(Target target, InputStream in, PrintStream out, PrintStream err) throws IOException {
        Target named = target.wantsName() ? target.named(NOBODY_IN_PARTICULAR) : target;
        try (Wire wire = named.connect()) {
            return new Pipe(named, wire, err).run(in, out);
        }
    }

    int talk() throws IOException {
        if (target.wantsName()) {
            target = named();
        }
        Seat seat = new Seat(desk, target.connect(), target, paint);
        Seat.End end = seat.take();
        if (end == Seat.End.GONE && !seat.heardAnything()) {
            throw target.nobody(seat.why());
        }
        while (end == Seat.End.GONE) {
            Optional<Wire> again = reconnected();
            if (again.isEmpty()) {
                return ALL_WELL;
            }
            end = new Seat(desk, again.get(), target, paint).take();
        }
        return end == Seat.End.INTERRUPTED ? CTRL_C : ALL_WELL;
    }

    private Target named() {
        while (true) {
            String name = desk.ask("Your name: ", Answer.OPEN).orElse("").strip();
            try {
                return target.named(name.isEmpty() ? NOBODY_IN_PARTICULAR : name);
            } catch (IllegalArgumentException wrong) {
                desk.say(wrong.getMessage());
            }
        }
    }

    /** As often as the person likes; empty when not any more. */
    private Optional<Wire> reconnected() {
        while (desk.agrees("Connection lost. Reconnect? [Y/n] ")) {
            try {
                return Optional.of(target.connect());
            } catch (IOException nobody) {
                desk.say(nobody.getMessage());
            }
        }
        return Optional.empty();
    }
}
