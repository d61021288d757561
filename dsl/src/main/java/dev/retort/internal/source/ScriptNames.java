package dev.retort.internal.source;

import dev.retort.Problem;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.ColumnWords;
import dev.retort.internal.script.ConventionNames;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the names in one script: those that the convention gives, and the columns that the script brings. */
final class ScriptNames {

    private final ConventionNames convention;
    private final Set<String> columns = new HashSet<>();

    ScriptNames(ConventionNames convention) {
        this.convention = convention;
    }

    ConventionNames convention() {
        return convention;
    }

    /** The script brings a column of this name, however odd. */
    void declare(String column) {
        columns.add(column);
    }

    /** Where columns are named, SQL is no name unless the script itself has such a column. */
    void check(String what, Collection<String> names, boolean ofIndex) {
        for (String name : names) {
            Optional<Problem> problem = columns.contains(NameText.plain(name))
                    ? Optional.empty()
                    : ColumnWords.problem(what, name, ofIndex);
            if (problem.isPresent()) {
                throw new OperationNotWritable(problem.get());
            }
        }
        if (new HashSet<>(names).size() < names.size() && !ofIndex) {
            throw new OperationNotWritable("A script cannot name a column twice in " + what + ".");
        }
    }

    /** The name of a constraint as an argument of a verb; null where it has none. */
    Code given(Constraint constraint) {
        String name = constraint.name();
        return name == null ? unnamed(constraint) : ofConstraint(name, constraint.accept(ConstraintKind.OF));
    }

    private Code unnamed(Constraint constraint) {
        if (convention.wraps(constraint.accept(ConstraintKind.OF))) {
            throw new OperationNotWritable(
                    "A script has to name the constraint, for the naming convention makes a name out of that one.");
        }
        return Code.text("null");
    }

    Code ofConstraint(String name, @Nullable ConstraintKind kind) {
        return finished(NameText.plain(name), kind != null && convention.wraps(kind));
    }

    Code ofIndex(String name) {
        return finished(NameText.own(name), convention.wrapsIndexes());
    }

    /** Of an index whose table is not named. */
    Code ofIndex(QualifiedName name) {
        return finished(NameText.of(name), convention.wrapsIndexes());
    }

    private static Code finished(String name, boolean wraps) {
        String text = GroovyText.text(name);
        return Code.text(wraps ? "f(" + text + ")" : text);
    }

    /**
     * The name as an option inside of a table, where the convention would give another.
     *
     * @param what a check is about
     */
    void option(ArgumentList arguments, QualifiedName table, Constraint constraint, String what) {
        Optional<String> name = Optional.ofNullable(constraint.name());
        Optional<String> own = convention.of(table, constraint, what);
        if (name.isPresent() && !name.equals(own)) {
            arguments.option("name", given(constraint));
        } else if (own.isEmpty()) {
            unnamed(constraint);
        }
    }

    void option(ArgumentList arguments, Index index) {
        if (!Optional.of(index.name()).equals(convention.of(index))) {
            arguments.option("name", ofIndex(index.name()));
        }
    }
}
