package dev.retort.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The names of constraints and indexes whose author gave none: what they are of, so that each can be found again. */
final class DefaultNames {

    /** PostgreSQL cuts longer ones silently. */
    private static final int MOST_BYTES = 63;

    private static final int HASH_CHARACTERS = 8;

    private DefaultNames() {}

    static String primaryKey(String table) {
        return bounded("pk_" + table);
    }

    static String foreignKey(String table, Collection<String> columns) {
        return bounded("fk_" + table + "_" + String.join("_", columns));
    }

    static String unique(String table, Collection<String> columns) {
        return bounded("uq_" + table + "_" + String.join("_", columns));
    }

    /** @param what the column it is about, or which check of the table it is */
    static String check(String table, String what) {
        return bounded("ck_" + table + "_" + what);
    }

    static String exclude(String table, Collection<String> expressions) {
        return bounded("ex_" + table + "_" + words(expressions));
    }

    /** @param elements columns and SQL expressions, as they are written */
    static String index(String table, Collection<String> elements) {
        return bounded("ix_" + table + "_" + words(elements));
    }

    private static String words(Collection<String> expressions) {
        List<String> words = expressions.stream().map(DefaultNames::word).toList();
        return String.join("_", words);
    }

    private static String word(String expression) {
        boolean plain = expression.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
        return plain
                ? expression
                : expression
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "_")
                        .replaceAll("^_|_$", "");
    }

    /** Cut between characters; what was cut away lives on in a hash, so that two long names do not become one. */
    private static String bounded(String name) {
        if (bytes(name) <= MOST_BYTES) {
            return name;
        }
        int end = name.length();
        while (bytes(name.substring(0, end)) > MOST_BYTES - HASH_CHARACTERS - 1) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + "_" + hash(name);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
