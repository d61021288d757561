package dev.retort.cli.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings there are: each is a key of {@code retort.toml} and a {@code RETORT_} variable. */
public enum Setting {
    URL(Kind.TEXT, "jdbc:sqlite:retort.db"),
    USER(Kind.TEXT, null),
    PASSWORD(Kind.SECRET, null),
    MIGRATIONS(Kind.PATHS, "migrations"),
    VERSION_TABLE(Kind.TEXT, "retort_version"),
    VERSION_TABLE_SCHEMA(Kind.TEXT, null),
    HISTORY_TABLE(Kind.TEXT, null),
    LOCK_TIMEOUT(Kind.DURATION, "5m"),
    BACKUP_PROGRAM(Kind.TEXT, null),
    ROLE_WARNING(Kind.FLAG, "true"),
    SCRIPT_TIMEOUT(Kind.TIME, "30s"),
    SCRIPT_DEPTH(Kind.DEPTH, "1000"),
    SCRIPT_ELEMENTS(Kind.NUMBER, "1000000"),
    SCRIPT_CHARACTERS(Kind.NUMBER, "10000000"),
    FILE_TEMPLATE(Kind.TEXT, "%(rev)s_%(slug)s"),
    TRUNCATE_SLUG_LENGTH(Kind.NUMBER, "40"),
    TIMEZONE(Kind.ZONE, "UTC"),
    REVISION_TEMPLATE(Kind.TEXT, null);

    private final Kind kind;
    private final @Nullable String defaultText;

    Setting(Kind kind, @Nullable String defaultText) {
        this.kind = kind;
        this.defaultText = defaultText;
    }

    /** As it is written in {@code retort.toml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String variable() {
        return "RETORT_" + name();
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    String defaultText() {
        return defaultText;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
