package dev.retort.internal.script;

import dev.retort.internal.json.Limits;
import java.util.List;

/** Counts what a question brings, while it comes. */
public final class AnswerSize {

    private final Limits limits;
    private long rows;
    private long characters;

    /** @param limits asked with each row */
    public AnswerSize(Limits limits) {
        this.limits = limits;
    }

    static List<Row> counted(List<Row> rows, Limits limits) {
        AnswerSize size = new AnswerSize(limits);
        rows.forEach(size::add);
        return rows;
    }

    /** One more row: the characters of its texts count, and the bytes of its binary values. */
    public void add(Row row) {
        rows++;
        for (Object value : row.values()) {
            if (value instanceof CharSequence text) {
                characters += text.length();
            } else if (value instanceof byte[] bytes) {
                characters += bytes.length;
            }
        }
        limits.answer(rows, characters);
    }
}
