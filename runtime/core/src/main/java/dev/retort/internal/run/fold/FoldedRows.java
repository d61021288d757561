package dev.retort.internal.run.fold;

import dev.retort.internal.script.Row;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers to questions for rows, which no database gives: once none, and once a row of nulls. */
final class FoldedRows {

    enum Kind {
        NONE,
        ONE
    }

    /** A script may go on until there are no rows left. */
    private static final int MOST_ROWS = 20;

    private final Kind kind;
    private final SqlSyntax syntax;
    private int asked;

    FoldedRows(Kind kind, SqlSyntax syntax) {
        this.kind = kind;
        this.syntax = syntax;
    }

    boolean asked() {
        return asked > 0;
    }

    List<Row> of(String query) {
        asked++;
        return kind == Kind.NONE || asked > MOST_ROWS ? List.of() : List.of(row(query));
    }

    /** Each word of the query may be a column, as far as a script can know it. */
    private Row row(String query) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (SqlToken token : SqlLexer.tokens(query, syntax)) {
            if (token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER) {
                values.put(token.identifier(), null);
            }
        }
        return new Row(values);
    }
}
