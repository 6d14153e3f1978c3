package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A pause as people write it: {@code 4s=1.4s} begins after 4 s and lasts 1.4 s. */
public final class Pauses implements ITypeConverter<Pause> {
    @Override
    public Pause convert(String text) {
        String[] parts = text.split("=", -1);
        if (parts.length != 2) {
            throw new TypeConversionException(format("'%s' is not a pause; write AT=LENGTH, such as 4s=1.4s",
                    text));
        }
        Durations durations = new Durations();
        Duration length = durations.convert(parts[1]);
        if (length.isZero()) {
            throw new TypeConversionException(format("'%s': a pause must be longer than 0", text));
        }
        return new Pause(durations.convert(parts[0]), length);
    }
}
