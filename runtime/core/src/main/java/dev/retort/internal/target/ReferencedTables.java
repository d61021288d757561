package dev.retort.internal.target;

import dev.retort.Problem;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the foreign keys of schema files refer to, for a database that finds out with the first row. */
final class ReferencedTables {

    private final FoldingRules rules;
    private final List<Declaration> declared;
    private final List<Table> tables;

    ReferencedTables(FoldingRules rules, List<Declaration> declared) {
        this.rules = rules;
        this.declared = declared;
        this.tables = declared.stream()
                .map(Declaration::operation)
                .filter(CreateTable.class::isInstance)
                .map(create -> ((CreateTable) create).table())
                .toList();
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Declaration each : declared) {
            for (Constraint constraint : constraints(each.operation())) {
                if (constraint instanceof Constraint.ForeignKey key) {
                    problem(each, key).ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    private static List<Constraint> constraints(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().constraints();
        }
        return operation instanceof AddConstraint add ? List.of(add.constraint()) : List.of();
    }

    private Optional<Problem> problem(Declaration referring, Constraint.ForeignKey key) {
        QualifiedName name = key.referencedTable();
        Optional<Table> table = tables.stream()
                .filter(each -> rules.same(each.name().name(), name.name()))
                .findFirst();
        if (table.isEmpty()) {
            List<String> names =
                    tables.stream().map(each -> each.name().toString()).toList();
            return Optional.of(unknown(referring, "There is no table \"" + name + "\".", name.name(), names));
        }
        List<String> columns = table.get().columns().stream().map(Column::name).toList();
        return key.referencedColumns().stream()
                .filter(column -> columns.stream().noneMatch(each -> rules.same(each, column)))
                .findFirst()
                .map(column -> unknown(
                        referring,
                        "There is no column \"" + column + "\" in the table \"" + name + "\".",
                        column,
                        columns));
    }

    private static Problem unknown(Declaration referring, String sentence, String name, List<String> known) {
        Problem problem = Problem.at(referring.location(), sentence);
        return Suggestion.didYouMean(name, known).map(problem::withHint).orElse(problem);
    }
}
