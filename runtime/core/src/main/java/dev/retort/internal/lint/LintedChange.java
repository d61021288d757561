package dev.retort.internal.lint;

import dev.retort.LintFinding.Rows;
import dev.retort.TableLock.KeepsOut;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * One change that a statement makes.
 *
 * @param before the schema that it meets
 * @param costs of tables that somebody may be using
 */
public record LintedChange(Operation operation, SchemaAt before, LintedStatement statement, List<Cost> costs) {

    public LintedChange {
        costs = List.copyOf(costs);
    }

    /** Whether it was there before the revision, so that rows may be in it and somebody may be using it. */
    public boolean isInUse(QualifiedName table) {
        return !statement.isFresh(table);
    }

    /** Whether rows may be in it, of whichever revision. */
    public boolean mayHaveRows(QualifiedName table) {
        return statement.mayHaveRows(table);
    }

    public Optional<Table> table(QualifiedName name) {
        return before.table(name);
    }

    public Scene scene() {
        return statement.scene();
    }

    /** Whether somebody waits for as long as all rows of a table take. */
    public boolean blocksForLong() {
        return costs.stream().anyMatch(Cost::blocksForLong);
    }

    public Rows rows() {
        return costs.stream().map(Cost::rows).max(Rows::compareTo).orElse(Rows.UNTOUCHED);
    }

    /** {@code createIndex locks "orders" (SHARE) and reads all its rows: nobody can write to it until the revision ends.} */
    public String blocking() {
        Cost dearest = costs.get(0);
        String does = switch (dearest.rows()) {
            case UNTOUCHED -> "";
            case READ -> " and reads all its rows";
            case REWRITTEN -> " and writes all its rows again";
        };
        List<String> others = costs.stream()
                .filter(cost -> cost.keepsOut() == dearest.keepsOut())
                .map(cost -> "\"" + cost.table() + "\"")
                .distinct()
                .skip(1)
                .toList();
        String too = others.isEmpty() ? "" : ", and locks " + String.join(" and ", others) + " as well";
        String it = others.isEmpty() ? "it" : "them";
        String who = dearest.keepsOut() == KeepsOut.EVERYBODY ? "read or write " + it : "write to " + it;
        String until = statement.apart() ? "it is done" : "the transaction ends";
        return statement.words() + " locks \"" + dearest.table() + "\" (" + dearest.mode() + ")" + does + too
                + ": nobody can " + who + " until " + until + ".";
    }

    public Remark remark() {
        return Remark.at(this, blocking()).costing(costs);
    }
}
