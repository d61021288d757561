package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.RowTrials;
import dev.retort.internal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The server checks everything by itself, and says what a row has broken. */
final class PostgresRowTrials implements RowTrials {

    @Override
    public Prepared prepare(Connection connection) {
        return () -> {};
    }

    @Override
    public List<String> first() {
        return List.of("SET CONSTRAINTS ALL IMMEDIATE");
    }

    @Override
    public String takesNumbers() {
        return " OVERRIDING SYSTEM VALUE";
    }

    /** The foreign keys of all parts are checked at the end of the whole statement. */
    @Override
    public List<String> together(List<String> inserts) {
        String parts = IntStream.range(0, inserts.size())
                .mapToObj(i -> "retort_" + i + " AS (" + inserts.get(i) + ")")
                .collect(Collectors.joining(", "));
        return List.of("WITH " + parts + " SELECT 1");
    }

    @Override
    public String partitions(QualifiedName table) {
        return "SELECT pg_get_partition_constraintdef(relid) FROM pg_partition_tree("
                + Values.quoted(Identifiers.quote(table))
                + "::regclass) WHERE isleaf AND level > 0 ORDER BY relid::text";
    }

    @Override
    public Refusal refusal(SQLException failure) {
        ServerErrorMessage server = server(failure);
        String message = Failures.explain(failure).message();
        if (server == null) {
            return new Refusal(null, List.of(), message);
        }
        return new Refusal(
                server.getConstraint(),
                Stream.ofNullable((@Nullable String) server.getColumn()).toList(),
                message);
    }

    private static @Nullable ServerErrorMessage server(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (each instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
                return postgres.getServerErrorMessage();
            }
        }
        return Optional.ofNullable(failure.getCause())
                .filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage())
                .orElse(null);
    }
}
