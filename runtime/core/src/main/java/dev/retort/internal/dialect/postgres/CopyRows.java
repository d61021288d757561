package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.dialect.RowSink;
import dev.retort.internal.operation.SqlExpression;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * {@code COPY … FROM STDIN} in its text format: each value as its type's input function reads it, which is also how an
 * insert's untyped text is read.
 */
final class CopyRows implements RowSink {

    private static final int BUFFER = 1 << 16;

    /** {@code COPY roles, line 3, column id: "x"}, in the server's language. */
    private static final Pattern CONTEXT = Pattern.compile("COPY .*?, \\p{L}+ (\\d+)(?:, \\p{L}+ ([^:]+))?");

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMERIC = Set.of("numeric", "real", "double precision");
    private static final Set<String> TEXT = Set.of("text", "character varying", "character");

    private final String sql;
    private final CopyIn copy;
    private final StringBuilder waiting = new StringBuilder();

    private CopyRows(String sql, CopyIn copy) {
        this.sql = sql;
        this.copy = copy;
    }

    static CopyRows begin(Connection connection, LoadTarget target, List<String> columns) throws SQLException {
        return begin(
                connection,
                "COPY " + Identifiers.quote(target.table()) + " " + Identifiers.list(columns) + " FROM STDIN");
    }

    static CopyRows begin(Connection connection, String sql) throws SQLException {
        return new CopyRows(
                sql, connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
    }

    /** An insert would cast a number, a boolean or bytes to the column's type; COPY reads what they look like. */
    static boolean takes(@Nullable Object value, String type) {
        if (value instanceof Boolean) {
            return type.equals("boolean") || TEXT.contains(type);
        } else if (value instanceof byte[]) {
            return type.equals("bytea");
        } else if (value instanceof Number number) {
            boolean whole = !(number instanceof BigDecimal || number instanceof Double || number instanceof Float);
            return (whole && WHOLE.contains(type)) || NUMERIC.contains(type) || TEXT.contains(type);
        }
        return !(value instanceof SqlExpression);
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public void add(List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                waiting.append('\t');
            }
            append(values.get(i));
        }
        waiting.append('\n');
        if (waiting.length() >= BUFFER) {
            flush();
        }
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            waiting.append("\\N");
            return;
        }
        String text = text(value);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = escape(text.charAt(i));
            if (escape != null) {
                waiting.append(text.substring(from, i)).append(escape);
                from = i + 1;
            }
        }
        waiting.append(from == 0 ? text : text.substring(from));
    }

    private static @Nullable String escape(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> null;
        };
    }

    /** As the server itself writes a numeric that becomes text: without an exponent. */
    private static String text(Object value) {
        boolean decimal = value instanceof BigDecimal
                || (value instanceof Double number && Double.isFinite(number))
                || (value instanceof Float small && Float.isFinite(small));
        return decimal ? new BigDecimal(Text.of(value)).toPlainString() : Text.of(value);
    }

    private void flush() throws SQLException {
        byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
        waiting.setLength(0);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] rows, int length) throws SQLException {
        copy.writeToCopy(rows, 0, length);
    }

    @Override
    public long finish() throws SQLException {
        flush();
        return copy.endCopy();
    }

    @Override
    public Optional<FailedRow> failedRow(SQLException failure) {
        ServerErrorMessage told = failure instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        String where = told == null ? null : told.getWhere();
        if (where == null) {
            return Optional.empty();
        }
        // Where a trigger is at fault, its own lines come first.
        for (String line : where.split("\n")) {
            Matcher context = CONTEXT.matcher(line);
            if (context.lookingAt()) {
                return Optional.of(new FailedRow(Long.parseLong(context.group(1)), context.group(2)));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
