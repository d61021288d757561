package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.schema.QualifiedName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Identity and serial columns that go on after the highest value that rows brought along. */
final class Numbering {

    /** A sequence is never moved back, and not at all by a role that may not. */
    private static final String BODY = Blocks.resource("numbering.sql");

    private Numbering() {}

    static SqlStatement after(QualifiedName table, Collection<String> columns) {
        String names = columns.stream().map(Values::quoted).collect(Collectors.joining(", ", "ARRAY[", "]"));
        return SqlStatement.of(Blocks.of("\nDECLARE\n    numbered constant oid := to_regclass("
                + Values.quoted(Identifiers.quote(table)) + ");\n    columns  constant text[] := " + names + ";\n"
                + BODY));
    }
}
