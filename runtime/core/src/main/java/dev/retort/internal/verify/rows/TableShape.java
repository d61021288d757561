package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.RowTrials.Refusal;
import dev.retort.internal.schema.Constraint.ForeignKey;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A table as rows are generated for it, with what it has from other tables and from its types.
 *
 * @param foreignKeys that are enforced
 * @param rules checks, also of domains, and what keeps rows apart
 * @param keys the columns of primary keys and unique rules
 */
record TableShape(
        Table table, List<TableCell> cells, List<ForeignKey> foreignKeys, List<Rule> rules, List<List<String>> keys) {

    QualifiedName name() {
        return table.name();
    }

    Optional<TableCell> cell(String name) {
        return cells.stream()
                .filter(cell -> cell.name().equals(name))
                .findFirst()
                .or(() -> cells.stream()
                        .filter(cell -> cell.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    boolean isKey(TableCell cell) {
        return keys.stream().anyMatch(key -> key.contains(cell.name()));
    }

    /** Whether a row need not refer to any: one of its columns may be null, or all of them must be. */
    boolean isOptional(ForeignKey key) {
        boolean any = key.columns().stream().anyMatch(this::isNullable);
        return key.match() != null && key.match().equalsIgnoreCase("FULL")
                ? key.columns().stream().allMatch(this::isNullable)
                : any;
    }

    boolean isNullable(String column) {
        return cell(column).map(TableCell::nullable).orElse(false);
    }

    /** The rule that a row has broken. */
    Optional<Rule> rule(Refusal refusal) {
        String name = refusal.constraint();
        return name == null
                ? Optional.empty()
                : rules.stream()
                        .filter(rule -> Objects.equals(rule.name(), name)
                                || squeezed(rule.sql()).equals(squeezed(name)))
                        .findFirst();
    }

    private static String squeezed(String sql) {
        return sql.replaceAll("\\s+", "");
    }

    /** What another value may help with; empty where the database does not say. */
    Set<String> columns(Refusal refusal) {
        Set<String> columns = new LinkedHashSet<>();
        refusal.columns().forEach(name -> cell(name).ifPresent(cell -> columns.add(cell.name())));
        rule(refusal).ifPresent(rule -> columns.addAll(rule.columns()));
        return columns;
    }
}
