package dev.retort.internal.target;

import dev.retort.Problem;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.DefaultCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Gives the columns of an enumeration its values, wherever that is declared. */
final class EnumeratedColumns {

    private final FoldingRules rules;
    private final Collection<Problem> problems;
    private final List<CreateEnum> enumerations = new ArrayList<>();

    /** @param problems takes what is wrong with them */
    EnumeratedColumns(FoldingRules rules, Collection<Problem> problems) {
        this.rules = rules;
        this.problems = problems;
    }

    List<Declaration> resolved(List<Declaration> declared) {
        for (Declaration each : declared) {
            if (each.operation() instanceof CreateEnum enumeration) {
                enumerations.add(enumeration);
            }
        }
        return declared.stream()
                .map(each -> each.operation() instanceof CreateTable create ? resolved(each, create.table()) : each)
                .toList();
    }

    private Declaration resolved(Declaration declared, Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> checked(declared, column, column.withType(resolved(declared, column.type()))))
                .toList();
        return declared.with(new CreateTable(table.withColumns(columns), false));
    }

    /** Its default is one of the values, which were not known where it was written. */
    private Column checked(Declaration declared, Column written, Column resolved) {
        if (!written.type().equals(resolved.type())) {
            DefaultCheck.problem(resolved.name(), resolved.type(), resolved.defaultValue())
                    .map(problem -> Problem.at(declared.location(), problem.sentence())
                            .withHint(String.valueOf(problem.hint())))
                    .ifPresent(problems::add);
        }
        return resolved;
    }

    private ColumnType resolved(Declaration declared, ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return new ColumnType.Array(resolved(declared, array.element()));
        } else if (!(type instanceof ColumnType.Enumeration used)) {
            return type;
        } else {
            return resolved(declared, used);
        }
    }

    private ColumnType resolved(Declaration declared, ColumnType.Enumeration used) {
        Optional<CreateEnum> found = enumerations.stream()
                .filter(each -> same(each.name(), used.name()))
                .findFirst();
        if (found.isEmpty() && (used.values().isEmpty() || rules.keepsEnumTypes())) {
            problems.add(unknown(declared, used));
            return ColumnType.Simple.TEXT;
        } else if (found.isEmpty()) {
            return used;
        } else if (!used.values().isEmpty() && !used.values().equals(found.get().values())) {
            problems.add(Problem.at(
                            declared.location(),
                            "The enumeration \"" + used.name() + "\" is declared with other values: "
                                    + String.join(", ", found.get().values()) + ".")
                    .withHint("Its name alone is enough for a column: enumeration('" + used.name() + "')."));
        }
        return new ColumnType.Enumeration(used.name(), found.get().values());
    }

    private Problem unknown(Declaration declared, ColumnType.Enumeration used) {
        List<String> names =
                enumerations.stream().map(each -> each.name().toString()).toList();
        return Problem.at(declared.location(), "There is no enumeration \"" + used.name() + "\".")
                .withHint(Suggestion.didYouMean(used.name().toString(), names)
                        .orElse("Declare it: enumeration '" + used.name() + "', ['a', 'b']."));
    }

    private boolean same(QualifiedName one, QualifiedName other) {
        return rules.same(one.name(), other.name()) && rules.same(schema(one), schema(other));
    }

    private String schema(QualifiedName name) {
        return name.schema() == null ? rules.home() : name.schema();
    }
}
