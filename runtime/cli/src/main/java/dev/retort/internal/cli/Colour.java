package dev.retort.internal.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** When output is coloured; an option comes before the variables, and those before what the stream is. */
enum Colour {
    ALWAYS,
    NEVER,
    AUTO;

    /** What holds for a run: of the variables, one that turns colours off comes before one that turns them on. */
    static Colour of(@Nullable Colour asked, Map<String, String> environment) {
        if (asked != null && asked != AUTO) {
            return asked;
        }
        List<String> forced = List.of("CLICOLOR_FORCE", "FORCE_COLOR");
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()
                || forced.stream().anyMatch(name -> isOff(environment.get(name)))) {
            return NEVER;
        }
        if (forced.stream().anyMatch(name -> !environment.getOrDefault(name, "").isEmpty())) {
            return ALWAYS;
        }
        return "dumb".equals(environment.get("TERM")) || isOff(environment.get("CLICOLOR")) ? NEVER : AUTO;
    }

    /** As the arguments have it, where they could not be parsed. */
    static @Nullable Colour in(List<String> arguments) {
        if (arguments.contains("--no-color")) {
            return NEVER;
        }
        return Arrays.stream(values())
                .filter(colour -> arguments.contains("--color=" + colour.word())
                        || arguments.indexOf(colour.word()) > 0
                                && arguments
                                        .get(arguments.indexOf(colour.word()) - 1)
                                        .equals("--color"))
                .findFirst()
                .orElse(null);
    }

    boolean isOn(boolean terminal) {
        return this == ALWAYS || this == AUTO && terminal;
    }

    private static boolean isOff(@Nullable String value) {
        return "0".equals(value) || "false".equalsIgnoreCase(value);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static final class Converter implements ITypeConverter<Colour> {

        @Override
        public Colour convert(String value) {
            return Arrays.stream(values())
                    .filter(colour -> colour.word().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("\"" + value + "\" is none of "
                            + Arrays.stream(values()).map(Colour::word).collect(Collectors.joining(", ")) + "."));
        }
    }
}
