package dev.retort.internal.dialect.postgres;

import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.UnderlyingIndex;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the server knows without a look that a column holds no nulls: a check says so that was compared with all rows. */
final class NotNullProof {

    private NotNullProof() {}

    static boolean isProven(Optional<Table> table, String column) {
        return table.filter(found -> isProven(found, column)).isPresent();
    }

    private static boolean isProven(Table table, String column) {
        boolean already = table.columns().stream().anyMatch(each -> each.name().equals(column) && !each.nullable());
        return already
                || table.constraints().stream()
                        .anyMatch(each -> each instanceof Constraint.Check check
                                && !check.notValid()
                                && !check.notEnforced()
                                && saysNotNull(check.condition(), column));
    }

    /** {@code column IS NOT NULL}, alone or among conditions that are all to hold. */
    private static boolean saysNotNull(String condition, String column) {
        List<SqlToken> words = SqlLexer.tokens(condition, PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank() && !token.isSymbol("(") && !token.isSymbol(")"))
                .toList();
        if (words.stream().anyMatch(word -> word.isWord("OR"))) {
            return false;
        }
        for (int i = 0; i + 3 < words.size(); i++) {
            if (words.get(i).identifier().equalsIgnoreCase(column)
                    && words.get(i + 1).isWord("IS")
                    && words.get(i + 2).isWord("NOT")
                    && words.get(i + 3).isWord("NULL")) {
                return true;
            }
        }
        return false;
    }

    /** Whether no column of a key that is to use an index may hold nulls. */
    static boolean areProven(Optional<Table> table, Constraint.PrimaryKey key, SchemaAt before) {
        List<String> columns = key.columns().isEmpty() ? ofIndex(key.index(), before) : key.columns();
        return !columns.isEmpty() && columns.stream().allMatch(column -> isProven(table, column));
    }

    private static List<String> ofIndex(@Nullable UnderlyingIndex index, SchemaAt before) {
        return Optional.ofNullable(index)
                .map(UnderlyingIndex::existing)
                .flatMap(name -> before.index(QualifiedName.of(Objects.requireNonNull(name))))
                .map(found -> found.elements().stream()
                        .filter(Index.Element.ColumnName.class::isInstance)
                        .map(element -> ((Index.Element.ColumnName) element).name())
                        .toList())
                .orElse(List.of());
    }
}
