package dev.retort.internal.run.resume;

import dev.retort.internal.operation.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says whether a script asks for the same things in the same order as it did before. */
final class Fingerprint {

    private static final String ALGORITHM = "SHA-256";

    private final MessageDigest digest;
    /** Null since something was added. */
    private @Nullable String known;

    Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    void add(Operation operation) {
        known = null;
        value(operation);
    }

    void add(String word, Map<String, @Nullable Object> values) {
        known = null;
        text(word);
        value(values);
    }

    /** Of all that was added so far. */
    String text() {
        if (known == null) {
            known = copied();
        }
        return known;
    }

    private String copied() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " can be copied in every JVM", e);
        }
    }

    private void value(@Nullable Object value) {
        if (value instanceof Record found) {
            components(found);
        } else if (value instanceof Collection<?> values) {
            text("[" + values.size());
            values.forEach(this::value);
        } else if (value instanceof Map<?, ?> map) {
            text("{" + map.size());
            map.forEach((key, mapped) -> {
                value(key);
                value(mapped);
            });
        } else if (value instanceof byte[] bytes) {
            text("bytes" + bytes.length);
            digest.update(bytes);
        } else if (value == null) {
            text("null");
        } else {
            text(value.getClass().getSimpleName());
            text(value.toString());
        }
    }

    private void components(Record found) {
        text(found.getClass().getSimpleName());
        for (RecordComponent component : found.getClass().getRecordComponents()) {
            try {
                value(component.getAccessor().invoke(found));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("an operation is made of public records: " + found.getClass(), e);
            }
        }
    }

    /** The length goes before the text, so that no two lists of texts are the same bytes. */
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
