package dev.retort.internal.script;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Bug;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.schema.PostgresName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a name is cut that is longer than PostgreSQL takes: as the tool did that created the names of a database. */
enum NameCut {
    /** What was cut away lives on in a hash, so that two long names do not become one; PostgreSQL's own names are its own. */
    RETORT {
        @Override
        String shorter(LongName name, CurrentDatabase database) {
            return name.ofPostgres() != null ? name.ofPostgres() : hashed(name.text(), "SHA-256", 8);
        }
    },
    /** The table or the columns, whichever is longer, where the pattern is PostgreSQL's own; else the end. */
    POSTGRESQL {
        @Override
        String shorter(LongName name, CurrentDatabase database) {
            return name.ofPostgres() != null ? name.ofPostgres() : PostgresName.cut(name.text());
        }
    },
    /** SQLAlchemy counts characters, and only where the database has a limit. */
    SQLALCHEMY {
        @Override
        String shorter(LongName name, CurrentDatabase database) {
            if (!database.limitsNames()) {
                return name.text();
            }
            String kept = name.text().substring(0, Math.min(name.text().length(), PostgresName.MOST_BYTES - 8));
            return kept + "_" + hash(name.text(), "MD5").substring(28);
        }
    },
    NONE {
        @Override
        String shorter(LongName name, CurrentDatabase database) {
            return name.text();
        }
    };

    /**
     * A name as its pattern makes it.
     *
     * @param ofPostgres what PostgreSQL would call it; null where the pattern is not one of PostgreSQL's own
     */
    record LongName(String text, @Nullable String ofPostgres) {

        boolean fits() {
            return PostgresName.bytes(text) <= PostgresName.MOST_BYTES;
        }
    }

    abstract String shorter(LongName name, CurrentDatabase database);

    String fit(LongName name, CurrentDatabase database) {
        return name.fits() ? name.text() : shorter(name, database);
    }

    /** What other tools, or another setting, would have called it. */
    List<String> others(LongName name, CurrentDatabase database) {
        if (name.fits()) {
            return List.of();
        }
        String own = fit(name, database);
        return Arrays.stream(values())
                .map(cut -> cut.shorter(name, database))
                .filter(other -> !other.equals(own))
                .distinct()
                .toList();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(NameCut::word).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NameCut of(String word) {
        return Arrays.stream(values())
                .filter(cut -> cut.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("A naming convention knows no cut \"" + word + "\".")
                                .withHint(Suggestion.didYouMean(word, words())
                                        .orElse("Write one of " + String.join(", ", words()) + "."))));
    }

    private static String hashed(String name, String algorithm, int characters) {
        return PostgresName.cut(name, PostgresName.MOST_BYTES - characters - 1) + "_"
                + hash(name, algorithm).substring(0, characters);
    }

    private static String hash(String text, String algorithm) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new Bug("every Java has " + algorithm, e);
        }
    }
}
