package dev.retort.internal.configuration;

import dev.retort.internal.header.DurationText;
import dev.retort.internal.sandbox.runtime.Budget;
import java.io.File;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a setting's text must look like. */
enum Kind {
    TEXT("a string"),
    SECRET("a string"),
    PATHS("a string or a list of strings"),
    /** Several texts. */
    LIST("a string or a list of strings"),
    NUMBER("a whole number above zero"),
    FLAG("true or false"),
    DEPTH("a whole number from " + Budget.LEAST_DEPTH + " to " + Budget.MOST_DEPTH),
    TIME("a duration from \"1ms\" to \"24h\""),
    DURATION("a duration such as \"30s\", \"5m\" or \"500ms\""),
    NAMING("a string with tokens such as %(table_name)s"),
    SANDBOX("\"thread\" or \"process\""),
    SEVERITY("\"error\", \"warning\" or \"info\""),
    VERSION("a version such as \"16\""),
    GATE("\"off\", \"warn\" or \"error\""),
    ZONE("a time zone such as \"UTC\" or \"Europe/Berlin\"");

    /** Of {@link #SANDBOX}: what is not the default. */
    static final String PROCESS = "process";

    /** Of {@link #NUMBER}. */
    static final int MOST = 999_999_999;

    /** Of {@link #DEPTH}. */
    static final int LEAST_DEPTH = Budget.LEAST_DEPTH;

    static final int MOST_DEPTH = Budget.MOST_DEPTH;

    private final String description;

    Kind(String description) {
        this.description = description;
    }

    /** For the sentence {@code "x" must be …}. */
    String description() {
        return description;
    }

    boolean accepts(String text) {
        return switch (this) {
            case TEXT, PATHS, LIST -> !text.isBlank();
            case SECRET, NAMING -> true;
            case NUMBER -> text.matches("[1-9]\\d{0,8}");
            case FLAG -> text.equals("true") || text.equals("false");
            case SANDBOX -> text.equals("thread") || text.equals(PROCESS);
            case SEVERITY -> text.matches("error|warning|info");
            case VERSION -> text.matches("[1-9]\\d{0,2}(\\.\\d{1,3}){0,2}");
            case GATE -> text.matches("off|warn|error");
            case DEPTH ->
                text.matches("\\d{3,5}")
                        && Integer.parseInt(text) >= Budget.LEAST_DEPTH
                        && Integer.parseInt(text) <= Budget.MOST_DEPTH;
            case TIME ->
                duration(text)
                        .filter(time -> !time.isZero() && time.compareTo(Duration.ofDays(1)) <= 0)
                        .isPresent();
            case DURATION -> duration(text).isPresent();
            case ZONE -> zone(text).isPresent();
        };
    }

    /**
     * What a text must look like for a schema, or have a variable in it; empty where that cannot be said by a pattern. What
     * {@link #accepts} refuses besides is found when the file is read.
     */
    String pattern() {
        String variable = "\\$\\{|";
        return switch (this) {
            case TEXT, PATHS, LIST -> "\\S";
            case SECRET, NAMING, ZONE -> "";
            case NUMBER -> variable + "^[1-9][0-9]{0,8}$";
            case DEPTH -> variable + "^[0-9]{3,5}$";
            case FLAG -> variable + "^(true|false)$";
            case SANDBOX -> variable + "^(thread|" + PROCESS + ")$";
            case SEVERITY -> variable + "^(error|warning|info)$";
            case VERSION -> variable + "^[1-9][0-9]{0,2}(\\.[0-9]{1,3}){0,2}$";
            case GATE -> variable + "^(off|warn|error)$";
            case TIME, DURATION -> variable + "^\\s*[0-9]{1,9}\\s*(ms|s|m|h)\\s*$";
        };
    }

    /** Whether it may have several values. */
    boolean isList() {
        return this == PATHS || this == LIST;
    }

    /** One variable holds several paths as the system's own lists of paths do, and other lists with commas. */
    List<String> split(String text) {
        return switch (this) {
            case PATHS -> List.of(text.split(Pattern.quote(File.pathSeparator)));
            case LIST -> List.of(text.strip().split("\\s*,\\s*"));
            default -> List.of(text);
        };
    }

    static Optional<Duration> duration(String text) {
        return DurationText.parse(text);
    }

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
