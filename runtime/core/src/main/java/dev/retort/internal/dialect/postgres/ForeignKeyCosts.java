package dev.retort.internal.dialect.postgres;

import dev.retort.LintFinding.Rows;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.schema.Constraint.ForeignKey;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a change of one table means for those to which foreign keys tie it: their triggers are dropped or created again. */
final class ForeignKeyCosts {

    private final QualifiedName table;
    private final SchemaAt before;

    /** @param table that is changed */
    ForeignKeyCosts(QualifiedName table, SchemaAt before) {
        this.table = table;
        this.before = before;
    }

    /** Where the table goes. */
    Stream<Cost> ofTable() {
        return referred(key -> true);
    }

    /** Where one of its constraints goes. */
    Stream<Cost> ofConstraint(String name) {
        return referred(key -> name.equals(key.name()));
    }

    /** Where a column goes, and with it the keys that it is in. */
    Stream<Cost> ofColumn(String column) {
        return Stream.concat(referred(key -> has(key.columns(), column)), referring(column, key -> Rows.UNTOUCHED));
    }

    /**
     * Where the type of a column changes. Its keys are created again, and rows that were written again are compared again.
     *
     * @param rows of the table itself
     */
    Stream<Cost> ofType(String column, Rows rows) {
        return Stream.concat(
                referred(key -> has(key.columns(), column)),
                referring(
                        column,
                        key -> rows == Rows.REWRITTEN && !key.notValid() && !key.notEnforced()
                                ? Rows.READ
                                : Rows.UNTOUCHED));
    }

    private boolean has(List<String> columns, String column) {
        return columns.stream().anyMatch(each -> before.same(each, column));
    }

    private Stream<Cost> referred(Predicate<ForeignKey> which) {
        return before.table(table).stream()
                .flatMap(ForeignKeyCosts::keys)
                .filter(which)
                .map(ForeignKey::referencedTable)
                .filter(name -> !before.same(name, table))
                .distinct()
                .map(name -> PostgresCosts.cost(name, LockMode.ACCESS_EXCLUSIVE, Rows.UNTOUCHED));
    }

    /** What becomes of the rows of a table with such a key. */
    private interface OfKey {
        Rows rows(ForeignKey key);
    }

    private Stream<Cost> referring(String column, OfKey of) {
        return before.tables()
                .filter(other -> !before.same(other.name(), table))
                .flatMap(other -> keys(other)
                        .filter(key ->
                                before.same(key.referencedTable(), table) && has(key.referencedColumns(), column))
                        .map(of::rows)
                        .max(Rows::compareTo)
                        .map(rows -> PostgresCosts.cost(other.name(), LockMode.ACCESS_EXCLUSIVE, rows))
                        .stream());
    }

    private static Stream<ForeignKey> keys(Table table) {
        return table.constraints().stream().filter(ForeignKey.class::isInstance).map(ForeignKey.class::cast);
    }
}
