package dev.retort.internal.script;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Bug;
import dev.retort.internal.error.Suggestion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How constraints and indexes are called: a pattern for each kind, with Alembic's keys and tokens. Names that an author
 * gave stay as they are, except where the pattern takes them in.
 */
public final class NamingConvention {

    /** What has a name, each kind with its key. */
    enum Kind {
        INDEX("ix"),
        UNIQUE("uq"),
        CHECK("ck"),
        FOREIGN_KEY("fk"),
        PRIMARY_KEY("pk"),
        EXCLUDE("ex");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private static final Map<String, String> DEFAULT_PATTERNS = Map.of(
            "ix", "ix_%(table_name)s_%(column_0_N_name)s",
            "uq", "uq_%(table_name)s_%(column_0_N_name)s",
            "ck", "ck_%(table_name)s_%(column_0_N_name)s",
            "fk", "fk_%(table_name)s_%(column_0_N_name)s",
            "pk", "pk_%(table_name)s",
            "ex", "ex_%(table_name)s_%(column_0_N_name)s");

    private static final String CUT = "cut";

    public static final NamingConvention DEFAULT = ofDefaults();

    private final Map<Kind, NamePattern> patterns;
    private final NameCut cut;

    private NamingConvention(Map<Kind, NamePattern> patterns, NameCut cut) {
        this.patterns = patterns;
        this.cut = cut;
    }

    private static NamingConvention ofDefaults() {
        Map<Kind, NamePattern> patterns = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            patterns.put(kind, NamePattern.of(kind, defaultPattern(kind.key())));
        }
        return new NamingConvention(patterns, NameCut.RETORT);
    }

    /** {@code ix uq ck fk pk} and, which Alembic has not, {@code ex} and {@code cut}. */
    public static List<String> keys() {
        return Stream.concat(Arrays.stream(Kind.values()).map(Kind::key), Stream.of(CUT))
                .toList();
    }

    /** @param key one of {@link #keys()} */
    public static String defaultPattern(String key) {
        String pattern = key.equals(CUT) ? NameCut.RETORT.word() : DEFAULT_PATTERNS.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no key of a naming convention: " + key);
        }
        return pattern;
    }

    /**
     * This convention with another pattern for one kind, or with another way to cut what is too long: {@code retort},
     * {@code postgresql}, {@code sqlalchemy} or {@code none}.
     *
     * @throws RetortException of the kind USAGE where there is no such key, or the pattern has a token there is not
     */
    public NamingConvention with(String key, String pattern) {
        if (key.equals(CUT)) {
            return new NamingConvention(patterns, NameCut.of(pattern));
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("A naming convention has no key \"" + key + "\".")
                                .withHint(Suggestion.didYouMean(key, keys())
                                        .orElse("Its keys are " + String.join(", ", keys()) + "."))));
        Map<Kind, NamePattern> changed = new EnumMap<>(patterns);
        changed.put(kind, NamePattern.of(kind, pattern));
        return new NamingConvention(changed, cut);
    }

    /** All that it says, by {@link #keys()}; another convention is given these with {@link #with}. */
    public Map<String, String> patterns() {
        Map<String, String> texts = new LinkedHashMap<>();
        patterns.forEach((kind, pattern) -> texts.put(kind.key(), pattern.text()));
        texts.put(CUT, cut.word());
        return texts;
    }

    NameCut cut() {
        return cut;
    }

    NamePattern pattern(Kind kind) {
        NamePattern pattern = patterns.get(kind);
        if (pattern == null) {
            throw new Bug("a kind without a pattern: " + kind);
        }
        return pattern;
    }
}
