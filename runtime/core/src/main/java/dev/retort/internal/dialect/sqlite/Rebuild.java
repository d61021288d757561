package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.sqlite.Clause.Kind;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.ColumnPlace;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.RenameIndex;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.script.DefaultCheck;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one table by making it anew from its own text: a new table, the rows copied, the old one dropped, the new
 * one given its name, then its indexes and triggers from their own texts. Only what a change speaks of is edited; the
 * changes are made one after the other on the copy of the schema, and the result is one rebuild.
 *
 * <p>As on PostgreSQL, a dropped column takes the table's own indexes and constraints that speak of it along; anything
 * else that speaks of it (a view, a trigger, another table's foreign key, a computed column) is named, and nothing done
 * unless views and triggers are to go too.
 */
final class Rebuild extends TableChangeVisitor<Boolean> {

    private final TableRebuild draft;

    Rebuild(ShadowSchema scratch, String table) {
        super(scratch, table);
        this.draft = new TableRebuild(scratch, table);
    }

    /** The statements for the database as it stands before the first change. */
    List<String> of(List<Operation> changes) throws SQLException {
        try {
            for (Operation change : changes) {
                change.accept(this);
            }
        } catch (Queries.Failed e) {
            throw e.failure();
        }
        draft.tryOut();
        return draft.statements();
    }

    @Override
    Boolean nothing() {
        return false;
    }

    @Override
    Boolean addColumnHere(AddColumn operation) {
        String name = operation.column().name();
        if (draft.text.column(name).isPresent()) {
            if (operation.ifNotExists()) {
                return false;
            }
            throw Refusal.of("The table \"" + table + "\" has a column \"" + name + "\" already.");
        }
        String column = Definitions.addedColumn(operation.column(), operation.constraints(), draft.text);
        draft.text = draft.text.withColumn(column);
        refuseStrings(column);
        place(name, operation.place());
        if (operation.index() != null) {
            addIndex(operation.index().name(), Definitions.index(operation.index(), false), false);
        }
        return true;
    }

    private void refuseStrings(String part) {
        try {
            scratch.refuseStrings(draft.text.sqlNamed("_retort_probe_table"), part);
        } catch (SQLException e) {
            throw new Queries.Failed(e);
        }
    }

    @Override
    Boolean dropColumnHere(DropColumn operation) {
        if (operation.ifExists() && draft.text.column(operation.column()).isEmpty()) {
            return false;
        }
        existing(operation.column());
        try {
            draft.tryOut();
            new ColumnRemoval(scratch, draft, operation).remove();
        } catch (SQLException e) {
            throw new Queries.Failed(e);
        }
        return true;
    }

    @Override
    Boolean alterColumnHere(AlterColumn operation) {
        ColumnText column = existing(operation.column());
        ColumnChange to = operation.to();
        Refusal.lacks(to.identity() != null, Capability.LATER_IDENTITY, "identity");
        ColumnType type = to.type();
        if (to.using() != null && type == null) {
            throw Refusal.of("using: says how the values of \"" + column.name() + "\" change, but no type: is given.");
        }
        if (type != null && !(draft.isRowidAlias(column.name()) && Types.holdsIntegers(type))) {
            if (to.defaultValue() == null) {
                changeDefault(column, type);
            }
            changeType(column, type, to.using());
        }
        Change<String> collation = to.collation();
        if (collation != null) {
            draft.edit(column.name(), text -> text.withCollation(collation.to()));
        }
        if (to.nullable() != null) {
            boolean nullable = to.nullable();
            draft.edit(column.name(), text -> text.withNullable(nullable));
        }
        Change<DefaultValue> value = to.defaultValue();
        if (value != null) {
            if (type == null) {
                refuseDefault(column, value.to());
            }
            String sql = value.to() == null ? null : Expressions.defaultClause(value.to());
            draft.edit(column.name(), text -> text.withDefault(sql));
        }
        if (to.newName() != null) {
            try {
                draft.rename(column.name(), to.newName());
            } catch (SQLException e) {
                throw new Queries.Failed(e);
            }
        }
        place(to.newName() == null ? column.name() : to.newName(), operation.place());
        return true;
    }

    private static void refuseDefault(ColumnText column, @Nullable DefaultValue value) {
        DefaultCheck.problem(column.name(), TableValue.type(column), value).ifPresent(problem -> {
            throw new RetortException(RetortException.Kind.SCRIPT, problem);
        });
    }

    private void place(String column, @Nullable ColumnPlace place) {
        if (place != null) {
            String neighbour = existing(place.neighbour()).name();
            draft.text = draft.text.withPlace(column, place.side(), neighbour);
        }
    }

    private void changeDefault(ColumnText column, ColumnType type) {
        Optional<Clause> value = column.clause(Kind.DEFAULT);
        if (value.isPresent()) {
            String converted = new DefaultConversion(scratch, table, column).to(type, value.get());
            draft.edit(column.name(), text -> text.withDefault(converted));
        }
    }

    private void changeType(ColumnText column, ColumnType type, @Nullable String using) {
        String declared = Definitions.type(type, draft.text.strict());
        draft.edit(column.name(), text -> {
            ColumnText changed = text.withType(declared);
            Optional<Clause> check = enumCheck(changed);
            changed = check.isPresent() ? changed.without(check.get()) : changed;
            String newCheck = Definitions.enumCheck(column.name(), type);
            return newCheck == null ? changed : changed.with(newCheck);
        });
        draft.convert(column.name(), type, using == null ? null : computed(type, using));
    }

    private String computed(ColumnType type, String using) {
        String sql = Expressions.portable(using);
        if (ShadowSchema.hasDoubleQuotes(sql)) {
            Conversion.Place place = new Conversion.Place(table, "NULL", "");
            String value = Casts.translated(sql, column -> null, type, place).sql();
            try {
                draft.tryOut();
                scratch.refuseStrings(
                        "CREATE VIEW _retort_probe_view AS SELECT " + value + " FROM " + Names.quote(table));
            } catch (SQLException e) {
                throw new Queries.Failed(e);
            }
        }
        return sql;
    }

    static Optional<Clause> enumCheck(ColumnText column) {
        return column.clauses().stream()
                .filter(clause -> clause.kind() == Kind.CHECK
                        && clause.name() != null
                        && clause.name().startsWith(Definitions.ENUM_CHECK))
                .findFirst();
    }

    @Override
    Boolean addConstraintHere(AddConstraint operation) {
        Constraint constraint = operation.constraint();
        String name = constraint.name();
        if (name != null && new ConstraintNames(table, draft.text).has(name)) {
            throw Refusal.of("The table \"" + table + "\" has a constraint \"" + name + "\" already.");
        }
        if (constraint instanceof Constraint.PrimaryKey key) {
            if (draft.text.clauses().stream().anyMatch(clause -> clause.kind() == Kind.PRIMARY_KEY)) {
                throw Refusal.of("The table \"" + table + "\" has a primary key already.");
            }
            key.columns().forEach(column -> draft.edit(existing(column).name(), text -> text.withNullable(false)));
        }
        String rule = Definitions.constraint(constraint);
        draft.text = draft.text.withRule(rule);
        refuseStrings(rule);
        return true;
    }

    @Override
    Boolean dropConstraintHere(DropConstraint named) {
        ConstraintNames names = new ConstraintNames(table, draft.text);
        DropConstraint operation = names.settled(named);
        if (operation.ifExists() && !names.has(operation.constraint())) {
            return false;
        }
        draft.text = draft.text.without(names.find(operation));
        return true;
    }

    @Override
    Boolean renameConstraintHere(RenameConstraint operation) {
        ConstraintNames names = new ConstraintNames(table, draft.text);
        Clause clause = names.find(operation.constraint());
        if (names.has(operation.newName()) && !Names.same(operation.constraint(), operation.newName())) {
            throw Refusal.of("The table \"" + table + "\" has a constraint \"" + operation.newName() + "\" already.");
        }
        draft.text = draft.text.withName(clause, operation.newName());
        return true;
    }

    @Override
    Boolean validateConstraintHere(ValidateConstraint operation) {
        new ConstraintNames(table, draft.text).find(operation.constraint());
        return false;
    }

    @Override
    Boolean createIndexHere(CreateIndex operation) {
        String name = operation.index().name();
        String sql = Definitions.index(operation.index(), false);
        if (ShadowSchema.hasDoubleQuotes(sql)) {
            try {
                draft.tryOut();
                scratch.refuseStrings(sql);
            } catch (SQLException e) {
                throw new Queries.Failed(e);
            }
        }
        return addIndex(name, sql, operation.ifNotExists());
    }

    private boolean addIndex(String name, String sql, boolean ifNotExists) {
        if (draft.indexes.putIfAbsent(Names.key(name), sql) != null && !ifNotExists) {
            throw Refusal.of("There is an index \"" + name + "\" already.");
        }
        return true;
    }

    @Override
    public Boolean dropIndex(DropIndex operation) {
        String name = Names.unqualified(operation.index());
        if (draft.indexes.remove(Names.key(name)) == null && !operation.ifExists()) {
            throw InPlaceChange.noIndex(name, List.copyOf(draft.indexes.keySet()));
        }
        return true;
    }

    @Override
    public Boolean renameIndex(RenameIndex operation) {
        String name = Names.unqualified(operation.index());
        String sql = draft.indexes.remove(Names.key(name));
        if (sql == null) {
            throw InPlaceChange.noIndex(name, List.copyOf(draft.indexes.keySet()));
        }
        return addIndex(operation.newName(), InPlaceChange.renamed(sql, operation.newName()), false);
    }

    private ColumnText existing(String name) {
        return draft.text.column(name).orElseThrow(() -> noColumn(name));
    }

    private RetortException noColumn(String name) {
        return Refusal.of(
                "The table \"" + table + "\" has no column \"" + name + "\".",
                Suggestion.didYouMean(name, draft.text.columnNames())
                        .orElse("It has " + String.join(", ", draft.text.columnNames()) + "."));
    }
}
