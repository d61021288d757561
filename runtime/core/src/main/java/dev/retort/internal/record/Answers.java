package dev.retort.internal.record;

import dev.retort.internal.script.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the database answered to a script's questions, in their order, so that a script that is run again from its top
 * gets the same answers: what it has done since may have changed the answers.
 */
public final class Answers {

    /** Beyond this a revision's answers are not kept; they are then asked for again. */
    private static final int LIMIT = 16 << 20;

    private record Kind(char mark, Class<?> type, Function<String, Object> parse) {}

    private static final List<Kind> KINDS = List.of(
            new Kind('s', String.class, text -> text),
            new Kind('l', Long.class, Long::valueOf),
            new Kind('i', Integer.class, Integer::valueOf),
            new Kind('h', Short.class, Short::valueOf),
            new Kind('d', Double.class, Double::valueOf),
            new Kind('f', Float.class, Float::valueOf),
            new Kind('m', BigDecimal.class, BigDecimal::new),
            new Kind('b', Boolean.class, Boolean::valueOf),
            new Kind('u', UUID.class, UUID::fromString),
            new Kind('D', LocalDate.class, LocalDate::parse),
            new Kind('T', LocalTime.class, LocalTime::parse),
            new Kind('t', OffsetTime.class, OffsetTime::parse),
            new Kind('S', LocalDateTime.class, LocalDateTime::parse),
            new Kind('O', OffsetDateTime.class, OffsetDateTime::parse));
    private static final char NULL = '0';
    private static final char BYTES = 'y';
    private static final char LIST = '[';

    /** No column of a question has no name. */
    private static final String COUNTS = "";

    private static final String TIMES = "times";

    /** Statements one after the other that changed so many rows each. */
    private record Counts(long rows, long times) {}

    private final List<byte[]> kept;
    /** Of rows that were changed since the last answer: many statements' counts are one answer. */
    private final Deque<Counts> counts = new ArrayDeque<>();

    private final Deque<Counts> knownCounts = new ArrayDeque<>();
    private final int known;
    private int size;
    private int asked;
    private int written;

    /** @param known the answers that an earlier run was given, in their order, as {@link #unrecorded()} lists them */
    public Answers(List<byte[]> known) {
        this.kept = new ArrayList<>(known);
        this.known = known.size();
        this.written = known.size();
    }

    /** How many rows the next statement changed; 0 where it is not known. */
    public long count() {
        if (knownCounts.isEmpty() && asked < known) {
            List<Row> rows = inflated(kept.get(asked));
            if (!rows.isEmpty() && rows.get(0).containsKey(COUNTS)) {
                asked++;
                rows.forEach(row -> knownCounts.add(new Counts((Long) Objects.requireNonNull(row.get(COUNTS)), (Long)
                        Objects.requireNonNull(row.get(TIMES)))));
            }
        }
        Counts next = knownCounts.poll();
        if (next != null && next.times() > 1) {
            knownCounts.addFirst(new Counts(next.rows(), next.times() - 1));
        }
        return next == null ? 0 : next.rows();
    }

    /** Keeps how many rows the last statement changed. */
    public void add(long rows) {
        Counts last = counts.pollLast();
        if (last != null && last.rows() == rows) {
            counts.add(new Counts(rows, last.times() + 1));
            return;
        }
        if (last != null) {
            counts.add(last);
        }
        counts.add(new Counts(rows, 1));
    }

    private void keepCounts() {
        if (!counts.isEmpty()) {
            List<Row> rows = counts.stream()
                    .map(run -> new Row(Map.of(COUNTS, run.rows(), TIMES, run.times())))
                    .toList();
            counts.clear();
            asked++;
            add(rows);
        }
    }

    /** The answer to the next question, as it was; empty where it is not known. */
    public Optional<List<Row>> next() {
        keepCounts();
        int index = asked++;
        return index < known ? Optional.of(inflated(kept.get(index))) : Optional.empty();
    }

    /** Keeps the answer to the question that was asked last. */
    public void add(List<Row> rows) {
        if (kept.size() == asked - 1 && size < LIMIT) {
            byte[] answer = deflated(rows);
            kept.add(answer);
            size += answer.length;
        }
    }

    /** Those that were not given yet, by their numbers from 1. */
    public SortedMap<Integer, byte[]> unrecorded() {
        keepCounts();
        SortedMap<Integer, byte[]> unrecorded = new TreeMap<>();
        while (written < kept.size()) {
            byte[] answer = kept.get(written);
            written++;
            unrecorded.put(written, answer);
        }
        return unrecorded;
    }

    private static byte[] deflated(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            List<String> columns =
                    rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet());
            out.writeInt(rows.size());
            out.writeInt(columns.size());
            for (String column : columns) {
                text(out, column);
            }
            for (Row row : rows) {
                for (String column : columns) {
                    write(out, row.get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Row> inflated(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int count = in.readInt();
            List<String> columns = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                columns.add(text(in));
            }
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (String column : columns) {
                    values.put(column, read(in));
                }
                rows.add(new Row(values));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeChar(NULL);
        } else if (value instanceof byte[] bytes) {
            out.writeChar(BYTES);
            text(out, HexFormat.of().formatHex(bytes));
        } else if (value instanceof List<?> values) {
            out.writeChar(LIST);
            out.writeInt(values.size());
            for (Object element : values) {
                write(out, element);
            }
        } else {
            Kind kind = KINDS.stream()
                    .filter(known -> known.type().isInstance(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a value of no plain class: " + value.getClass()));
            out.writeChar(kind.mark());
            text(out, value.toString());
        }
    }

    private static @Nullable Object read(DataInputStream in) throws IOException {
        char mark = in.readChar();
        if (mark == NULL) {
            return null;
        } else if (mark == BYTES) {
            return HexFormat.of().parseHex(text(in));
        } else if (mark == LIST) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                values.add(read(in));
            }
            return values;
        }
        String text = text(in);
        return KINDS.stream()
                .filter(known -> known.mark() == mark)
                .findFirst()
                .map(known -> known.parse().apply(text))
                .orElseThrow(() -> new IOException("no kind of value: " + mark));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
