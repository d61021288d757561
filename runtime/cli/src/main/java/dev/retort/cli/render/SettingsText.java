package dev.retort.cli.render;

import dev.retort.cli.config.Configuration.Shown;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings as an aligned table: key, value, where from. */
public final class SettingsText {

    private SettingsText() {}

    public static String table(List<Shown> settings) {
        int keys =
                settings.stream().mapToInt(shown -> shown.key().length()).max().orElse(0);
        int values = settings.stream()
                .mapToInt(shown -> value(shown.value()).length())
                .max()
                .orElse(0);
        return settings.stream()
                .map(shown -> padded(shown.key(), keys) + padded(value(shown.value()), values) + shown.source() + "\n")
                .collect(Collectors.joining());
    }

    private static String value(@Nullable List<String> parts) {
        return parts == null ? "-" : String.join(", ", parts);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
