package dev.retort.internal.configuration;

import dev.retort.internal.script.NamingConvention;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings there are: each is a key of {@code retort.toml} and a {@code RETORT_} variable. */
public enum Setting {
    URL(Kind.TEXT, "jdbc:sqlite:retort.db"),
    USER(Kind.TEXT, null),
    PASSWORD(Kind.SECRET, null),
    PASSWORD_COMMAND(Kind.TEXT, null),
    WAIT(Kind.DURATION, "0s"),
    MIGRATIONS(Kind.PATHS, "migrations"),
    VERSION_TABLE(Kind.TEXT, "retort_version"),
    VERSION_TABLE_SCHEMA(Kind.TEXT, null),
    HISTORY_TABLE(Kind.TEXT, null),
    SCHEMAS(Kind.LIST, null),
    LOCK_TIMEOUT(Kind.DURATION, "5m"),
    ANSWER_TIMEOUT(Kind.DURATION, "1m"),
    DDL_LOCK_TIMEOUT(Kind.DURATION, "2s"),
    DDL_LOCK_TRIES(Kind.NUMBER, "10"),
    STATEMENT_TIMEOUT(Kind.DURATION, "0s"),
    BACKUP_PROGRAM(Kind.TEXT, null),
    ROLE_WARNING(Kind.FLAG, "true"),
    STRICT(Kind.FLAG, "false"),
    SCRATCH(Kind.FLAG, "false"),
    SCRIPT_TIMEOUT(Kind.TIME, "10s"),
    SCRIPT_DEPTH(Kind.DEPTH, "1000"),
    SCRIPT_ELEMENTS(Kind.NUMBER, "1000000"),
    SCRIPT_CHARACTERS(Kind.NUMBER, "10000000"),
    SANDBOX(Kind.SANDBOX, "thread"),
    FILE_TEMPLATE(Kind.TEXT, "%(rev)s_%(slug)s"),
    TRUNCATE_SLUG_LENGTH(Kind.NUMBER, "40"),
    TIMEZONE(Kind.ZONE, "UTC"),
    REVISION_TEMPLATE(Kind.TEXT, null),
    TARGET(Kind.TEXT, "schema.groovy"),
    AUTOGENERATE_INCLUDE("autogenerate", Kind.LIST, null),
    AUTOGENERATE_EXCLUDE("autogenerate", Kind.LIST, null),
    VERIFY_ROWS("verify", Kind.NUMBER, "5"),
    VERIFY_EXCEPT("verify", Kind.LIST, null),
    VERIFY_HEADS("verify", Kind.LIST, null),
    VERIFY_FIXTURES("verify", Kind.PATHS, "fixtures"),
    VERIFY_EMBEDDED("verify", Kind.PATHS, null),
    NAMING_IX("naming", Kind.NAMING, NamingConvention.defaultPattern("ix")),
    NAMING_UQ("naming", Kind.NAMING, NamingConvention.defaultPattern("uq")),
    NAMING_CK("naming", Kind.NAMING, NamingConvention.defaultPattern("ck")),
    NAMING_FK("naming", Kind.NAMING, NamingConvention.defaultPattern("fk")),
    NAMING_PK("naming", Kind.NAMING, NamingConvention.defaultPattern("pk")),
    NAMING_EX("naming", Kind.NAMING, NamingConvention.defaultPattern("ex")),
    NAMING_CUT("naming", Kind.NAMING, NamingConvention.defaultPattern("cut")),
    LINT_OFF("lint", Kind.LIST, null),
    LINT_INFO("lint", Kind.LIST, null),
    LINT_WARNING("lint", Kind.LIST, null),
    LINT_ERROR("lint", Kind.LIST, null),
    LINT_FAIL_ON("lint", Kind.SEVERITY, "warning"),
    LINT_BASELINE("lint", Kind.LIST, null),
    LINT_SERVER_VERSION("lint", Kind.VERSION, null),
    LINT_SMALL_TABLE("lint", Kind.NUMBER, "10000"),
    LINT_UPGRADE("lint", Kind.GATE, "warn"),
    JPA_CLASSES("jpa", Kind.PATHS, null),
    JPA_CLASSPATH("jpa", Kind.PATHS, null),
    JPA_UNIT("jpa", Kind.TEXT, null),
    JPA_NAMING("jpa", Kind.TEXT, null),
    JPA_PROPERTIES("jpa", Kind.LIST, null);

    private final @Nullable String table;
    private final Kind kind;
    private final @Nullable String defaultText;

    Setting(Kind kind, @Nullable String defaultText) {
        this(null, kind, defaultText);
    }

    /** @param table of the file that it is in; its name begins with that of the table */
    Setting(@Nullable String table, Kind kind, @Nullable String defaultText) {
        this.table = table;
        this.kind = kind;
        this.defaultText = defaultText;
    }

    /** As it is written in {@code retort.toml}; with a dot where it is in a table. */
    public String key() {
        return table == null ? keyInTable() : table + "." + keyInTable();
    }

    /** The key within its table, or the whole of it outside of tables. */
    String keyInTable() {
        int start = table == null ? 0 : table.length() + 1;
        return name().substring(start).toLowerCase(Locale.ROOT);
    }

    String variable() {
        return "RETORT_" + name();
    }

    /** Whether it says which database is meant, and as whom. */
    boolean namesDatabase() {
        return this == URL || isCredential();
    }

    /** Whether it is what somebody logs in with. */
    boolean isCredential() {
        return this == USER || isPassword();
    }

    /** Whether it is one of the two ways to a password. */
    boolean isPassword() {
        return this == PASSWORD || this == PASSWORD_COMMAND;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    String defaultText() {
        return defaultText;
    }

    /** @param table null for what is outside of tables */
    static Optional<Setting> of(@Nullable String table, String key) {
        return Arrays.stream(values())
                .filter(setting -> Objects.equals(setting.table, table)
                        && setting.keyInTable().equals(key))
                .findFirst();
    }

    /** What may be written in a table of the file; none where there is no such table. */
    static List<String> keysOf(String table) {
        return Arrays.stream(values())
                .filter(setting -> table.equals(setting.table))
                .map(Setting::keyInTable)
                .toList();
    }

    /** What may be written outside of tables, and the tables. */
    static List<String> topKeys() {
        return Arrays.stream(values())
                .map(setting -> setting.table == null ? setting.key() : setting.table)
                .distinct()
                .toList();
    }
}
