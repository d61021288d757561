package dev.retort.internal.cli.render;

import dev.retort.internal.configuration.Configuration.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings as an aligned table: key, value, where from. */
public final class SettingsText {

    private SettingsText() {}

    public static String table(List<Shown> settings) {
        return TextColumns.table(settings.stream()
                .map(shown -> List.of(shown.key(), value(shown.value()), shown.source()))
                .toList());
    }

    private static String value(@Nullable List<String> parts) {
        return parts == null ? "-" : String.join(", ", parts);
    }
}
