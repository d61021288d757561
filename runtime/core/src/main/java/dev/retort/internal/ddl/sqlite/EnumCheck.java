package dev.retort.internal.ddl.sqlite;

import dev.retort.internal.ddl.DefinedColumn;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees the check {@code CONSTRAINT enum_x CHECK (column IN ('a', 'b'))} as the enumeration that it means. */
final class EnumCheck {

    private static final String PREFIX = "enum_";

    private final SqlSyntax syntax;

    EnumCheck(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** The column of that type and without the check; the same column where it has none. */
    DefinedColumn read(DefinedColumn written) {
        for (Constraint constraint : written.constraints()) {
            Optional<ColumnType> type = type(constraint, written.column().name());
            if (type.isPresent()) {
                List<Constraint> others = new ArrayList<>(written.constraints());
                others.remove(constraint);
                return new DefinedColumn(written.column().withType(type.get()), written.written(), others);
            }
        }
        return written;
    }

    private Optional<ColumnType> type(Constraint constraint, String column) {
        String name = constraint.name();
        if (!(constraint instanceof Constraint.Check check) || name == null || !name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        List<String> values = values(check.condition(), column);
        return values == null
                ? Optional.empty()
                : Optional.of(new ColumnType.Enumeration(QualifiedName.of(name.substring(PREFIX.length())), values));
    }

    private @Nullable List<String> values(String condition, String column) {
        List<SqlToken> tokens = SqlLexer.tokens(condition, syntax).stream()
                .filter(token -> !token.isBlank())
                .toList();
        int size = tokens.size();
        boolean shaped = size > 4
                && tokens.get(0).identifier().equalsIgnoreCase(column)
                && tokens.get(1).isWord("IN")
                && tokens.get(2).isSymbol("(")
                && tokens.get(size - 1).isSymbol(")");
        List<String> values = new ArrayList<>();
        for (int i = 3; shaped && i < size - 1; i++) {
            SqlToken token = tokens.get(i);
            boolean value = i % 2 == 1;
            shaped = value ? token.kind() == SqlToken.Kind.STRING : token.isSymbol(",");
            if (value && shaped) {
                values.add(token.text().substring(1, token.text().length() - 1).replace("''", "'"));
            }
        }
        return shaped ? values : null;
    }
}
