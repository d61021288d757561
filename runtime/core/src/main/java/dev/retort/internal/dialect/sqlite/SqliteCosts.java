package dev.retort.internal.dialect.sqlite;

import static dev.retort.LintFinding.Rows.READ;
import static dev.retort.LintFinding.Rows.REWRITTEN;
import static dev.retort.LintFinding.Rows.UNTOUCHED;

import dev.retort.LintFinding.Rows;
import dev.retort.TableLock.KeepsOut;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.Costs;
import dev.retort.internal.dialect.Server;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.dialect.SqlShape.Kind;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changes of SQLite cost. There is one lock, of the whole file, which every writing transaction takes: what matters is for
 * how long, that is whether a table is copied.
 */
final class SqliteCosts implements Costs {

    static final SqliteCosts ALL = new SqliteCosts();

    private static final String MODE = "the whole file";

    /** They are kept in the file, or with it. */
    private static final Set<String> LASTING =
            Set.of("JOURNAL_MODE", "AUTO_VACUUM", "USER_VERSION", "APPLICATION_ID", "PAGE_SIZE", "ENCODING");

    private SqliteCosts() {}

    @Override
    public String newestVersion() {
        return "3";
    }

    @Override
    public List<Cost> of(Operation change, SchemaAt before, Server server) {
        if (change instanceof AddColumn add) {
            boolean inPlace = InPlaceChange.canBeAdded(add);
            return List.of(cost(add.table(), inPlace ? UNTOUCHED : REWRITTEN));
        } else if (change instanceof DropColumn drop) {
            return List.of(cost(drop.table(), REWRITTEN));
        } else if (change instanceof AlterColumn alter) {
            boolean inPlace = alter.place() == null
                    && alter.to().type() == null
                    && alter.to().nullable() == null
                    && alter.to().defaultValue() == null
                    && alter.to().using() == null;
            return List.of(cost(alter.table(), inPlace ? UNTOUCHED : REWRITTEN));
        } else if (change instanceof AddConstraint add) {
            return List.of(cost(add.table(), REWRITTEN));
        } else if (change instanceof DropConstraint drop) {
            return List.of(cost(drop.table(), REWRITTEN));
        } else if (change instanceof RenameConstraint rename) {
            return List.of(cost(rename.table(), REWRITTEN));
        } else if (change instanceof CreateIndex create) {
            return List.of(cost(create.index().table(), READ));
        }
        return ofEnum(change, before);
    }

    /** The columns check their values themselves. */
    private static List<Cost> ofEnum(Operation change, SchemaAt before) {
        if (change instanceof AddEnumValue add) {
            return ofColumns(add.name(), before);
        } else if (change instanceof DropEnumValue drop) {
            return ofColumns(drop.name(), before);
        } else if (change instanceof RenameEnumValue rename) {
            return ofColumns(rename.name(), before);
        } else if (change instanceof ReorderEnumValues reorder) {
            return ofColumns(reorder.name(), before);
        }
        return List.of();
    }

    private static List<Cost> ofColumns(QualifiedName enumeration, SchemaAt before) {
        return before.tables()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> column.type() instanceof ColumnType.Enumeration type
                                && before.same(type.name(), enumeration)))
                .map(table -> cost(table.name(), REWRITTEN))
                .toList();
    }

    private static Cost cost(QualifiedName table, Rows rows) {
        return new Cost(table, MODE, KeepsOut.WRITERS, rows);
    }

    @Override
    public Optional<SqlShape> shape(List<SqlToken> statement) {
        if (statement.size() < 2 || !statement.get(0).isWord("PRAGMA")) {
            return Optional.empty();
        }
        int at = statement.size() > 3 && statement.get(2).isSymbol(".") ? 3 : 1;
        String name = statement.get(at).upper();
        boolean sets = statement.size() > at + 1;
        if (!sets) {
            return Optional.empty();
        } else if (name.equals("FOREIGN_KEYS")) {
            return Optional.of(new SqlShape(Kind.WITHOUT_EFFECT, "PRAGMA foreign_keys", List.of(), null));
        } else if (LASTING.contains(name)) {
            String words = "PRAGMA " + statement.get(at).text();
            return Optional.of(new SqlShape(Kind.LASTING_SETTING, words, List.of(), null));
        }
        return Optional.empty();
    }
}
