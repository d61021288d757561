package dev.retort.internal.run.resume;

import dev.retort.internal.json.JsonReader;
import dev.retort.internal.json.JsonWriter;
import dev.retort.internal.json.Limits;
import dev.retort.internal.run.backfill.Stride;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a backfill goes on.
 *
 * @param repeatable whether what was set is not set again when all begins again
 * @param pass how often the table is gone through, from 1
 * @param rows how many rows were set so far
 * @param passed how many of them in this pass
 * @param dense whether the keys before it had few gaps, so that a {@link Stride} may be taken
 * @param after the key of the last row that is done in this pass; null at its beginning
 */
public record Bookmark(
        boolean repeatable,
        int pass,
        long rows,
        long passed,
        boolean dense,
        @Nullable List<String> after) {

    public static Bookmark start(boolean repeatable) {
        return new Bookmark(repeatable, 1, 0, 0, false, null);
    }

    /** The same when a batch has been done. */
    public Bookmark after(List<String> key, long changed, boolean inDenseKeys) {
        return new Bookmark(repeatable, pass, rows + changed, passed + changed, inDenseKeys, key);
    }

    public Bookmark nextPass() {
        return new Bookmark(repeatable, pass + 1, rows, 0, false, null);
    }

    String text() {
        Map<String, @Nullable Object> text = new LinkedHashMap<>();
        text.put("repeatable", repeatable);
        text.put("pass", pass);
        text.put("rows", rows);
        text.put("passed", passed);
        text.put("dense", dense);
        text.put("after", after);
        return new JsonWriter(Limits.NONE).write(text);
    }

    static Bookmark parse(String text) {
        Map<String, @Nullable Object> read = new JsonReader(Limits.NONE).object(text);
        return new Bookmark(
                Boolean.TRUE.equals(read.get("repeatable")),
                (int) number(read.get("pass")),
                number(read.get("rows")),
                number(read.get("passed")),
                Boolean.TRUE.equals(read.get("dense")),
                read.get("after") instanceof List<?> after
                        ? after.stream().map(String::valueOf).toList()
                        : null);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
