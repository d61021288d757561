package dev.retort.internal.fold;

import dev.retort.RetortException;
import dev.retort.internal.ddl.SqlEffect;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameEnum;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.RowSecurity;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import dev.retort.internal.schema.VirtualTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the SQL of an author does, as far as its text reveals it. */
final class EffectFolding implements SqlEffect.Visitor<WorkingSchema> {

    private final WorkingSchema schema;
    private final Operation.Visitor<WorkingSchema> operations;

    EffectFolding(WorkingSchema schema, Operation.Visitor<WorkingSchema> operations) {
        this.schema = schema;
        this.operations = operations;
    }

    void fold(List<SqlEffect> effects) {
        together(effects).forEach(effect -> effect.accept(this));
    }

    /** Tables that one text drops may need each other. */
    private static List<SqlEffect> together(List<SqlEffect> effects) {
        List<SqlEffect> all = new ArrayList<>();
        for (SqlEffect effect : effects) {
            boolean several = effects.size() > 1
                    && effect instanceof SqlEffect.Changes changes
                    && changes.operation() instanceof DropTable;
            if (several) {
                DropTable drop = (DropTable) ((SqlEffect.Changes) effect).operation();
                all.add(new SqlEffect.Changes(new DropTable(drop.table(), drop.ifExists(), true, drop.was())));
            } else {
                all.add(effect);
            }
        }
        return all;
    }

    @Override
    public WorkingSchema changes(SqlEffect.Changes effect) {
        Optional<SchemaObject> other = otherThanTable(effect.operation());
        if (other.isPresent()) {
            changeOther(other.get(), effect.operation());
            return schema;
        }
        if (effect.only() && effect.operation() instanceof DropColumn drop) {
            keepInChildren(drop);
        }
        try {
            effect.operation().accept(operations);
        } catch (RetortException e) {
            if (!effect.ifExists()) {
                throw e;
            }
        }
        return schema;
    }

    /** What a table alone loses, those that inherit from it have as their own. */
    private void keepInChildren(DropColumn drop) {
        TableParts parts = new TableParts(schema);
        Optional<Column> dropped = schema.find(Dependents.table(drop.table()))
                .flatMap(table -> parts.maybeColumn((Table) table, drop.column()));
        for (Table child : new Dependents(schema).children(drop.table())) {
            boolean own = child.columns().stream().anyMatch(each -> schema.rules.same(each.name(), drop.column()));
            if (dropped.isPresent() && !own) {
                List<Column> columns = new ArrayList<>(child.columns());
                columns.add(dropped.get().withComment(null).withIdentity(null));
                schema.put(child.withColumns(columns));
            }
        }
    }

    /** PostgreSQL takes {@code ALTER TABLE} for a view or a sequence as well. */
    private Optional<SchemaObject> otherThanTable(Operation operation) {
        QualifiedName name = ChangedTable.of(operation);
        return name == null || schema.find(Dependents.table(name)).isPresent()
                ? Optional.empty()
                : List.of(ObjectKind.VIEW, ObjectKind.SEQUENCE, ObjectKind.VIRTUAL_TABLE, ObjectKind.COMPOSITE_TYPE)
                        .stream()
                        .flatMap(kind -> schema.find(ObjectName.of(kind, name)).stream())
                        .findFirst();
    }

    private void changeOther(SchemaObject object, Operation operation) {
        if (operation instanceof RenameTable rename) {
            renames(new SqlEffect.Renames(List.of(object.objectName()), rename.newName(), false));
        } else if (operation instanceof DropTable) {
            schema.remove(object.objectName());
        } else if (operation instanceof AlterColumn alter && isCommentAlone(alter.to())) {
            ObjectName column =
                    new ObjectName(ObjectKind.COLUMN, object.objectName().name(), alter.column());
            schema.comment(column, Objects.requireNonNull(alter.to().comment()).to());
        } else {
            schema.doubt(object.objectName());
        }
    }

    private static boolean isCommentAlone(ColumnChange to) {
        return to.comment() != null && to.equals(new ColumnChange(null, null, null, null, to.comment(), null));
    }

    @Override
    public WorkingSchema creates(SqlEffect.Creates effect) {
        SchemaObject object = effect.object().accept(new HomeNames(schema));
        boolean there = schema.find(object.objectName()).isPresent();
        if (there && effect.ifNotExists()) {
            return schema;
        } else if (effect.ifNotExists() && !schema.isCertain(object.objectName())) {
            schema.doubt(object.objectName());
            return schema;
        } else if (there && !effect.replace() && schema.isCertain(object.objectName())) {
            throw FoldingRefusal.taken(object.objectName().kind().words() + " \""
                    + object.objectName().name() + "\"");
        }
        Optional<View> old =
                schema.find(object.objectName()).filter(View.class::isInstance).map(View.class::cast);
        schema.put(
                object instanceof View view && old.isPresent()
                        ? view.withIndexes(old.get().indexes())
                        : object);
        return schema;
    }

    @Override
    public WorkingSchema drops(SqlEffect.Drops effect) {
        Optional<ObjectName> found = found(effect.names());
        if (found.isPresent()) {
            ObjectName name = found.get();
            if (name.kind() == ObjectKind.VIEW) {
                new Dependents(schema).dropViews(new Dependents(schema).views(name.name()));
                new Dependents(schema).dropRelation(name);
            } else {
                schema.remove(name);
            }
        } else if (!effect.ifExists()) {
            refuseUnknown(effect.names());
        }
        return schema;
    }

    private void refuseUnknown(List<ObjectName> names) {
        if (names.stream().allMatch(schema::isCertain)) {
            ObjectName name = names.get(0);
            throw FoldingRefusal.unknown(
                    name.kind().words() + " \"" + name.name() + "\"",
                    name.name().name(),
                    schema.namesOf(name.kind()));
        }
    }

    private Optional<ObjectName> found(List<ObjectName> names) {
        return names.stream()
                .flatMap(name -> trigger(name).or(() -> schema.find(name)).stream())
                .map(SchemaObject::objectName)
                .findFirst();
    }

    /** A trigger whose table is not named. */
    private Optional<SchemaObject> trigger(ObjectName name) {
        return name.kind() != ObjectKind.TRIGGER || name.part() != null
                ? Optional.empty()
                : schema.all(SchemaObject.class).stream()
                        .filter(object -> object.objectName().kind() == ObjectKind.TRIGGER)
                        .filter(object -> schema.rules.same(
                                String.valueOf(object.objectName().part()),
                                name.name().name()))
                        .findFirst();
    }

    @Override
    public WorkingSchema renames(SqlEffect.Renames effect) {
        Optional<ObjectName> found = found(effect.names());
        if (found.isPresent()) {
            SchemaObject object = schema.find(found.get()).orElseThrow();
            if (object instanceof EnumType type) {
                new EnumFolding(schema).rename(new RenameEnum(type.name(), effect.newName()));
                return schema;
            }
            if (object instanceof Namespace) {
                // All that is inside has other names now.
                schema.doubtAll();
            }
            SchemaObject renamed = object.accept(new Renamed(effect.newName()));
            schema.rename(object.objectName(), renamed);
            if (object instanceof View || object instanceof VirtualTable) {
                new ViewFollowing(schema)
                        .renamed(
                                object.objectName().name(), renamed.objectName().name());
            }
        } else if (!effect.ifExists()) {
            refuseUnknown(effect.names());
        }
        return schema;
    }

    @Override
    public WorkingSchema comments(SqlEffect.Comments effect) {
        schema.comment(found(effect.names()).orElse(effect.names().get(0)), effect.comment());
        return schema;
    }

    @Override
    public WorkingSchema setsRowSecurity(SqlEffect.SetsRowSecurity effect) {
        schema.table(effect.table()).ifPresent(table -> schema.put(secured(table, effect)));
        return schema;
    }

    /** To force it says nothing while it is not enabled. */
    private static Table secured(Table table, SqlEffect.SetsRowSecurity effect) {
        RowSecurity now = table.options().rowSecurity();
        RowSecurity next = effect.forOwner()
                ? now == RowSecurity.DISABLED ? now : effect.on() ? RowSecurity.FORCED : RowSecurity.ENABLED
                : effect.on() ? now == RowSecurity.DISABLED ? RowSecurity.ENABLED : now : RowSecurity.DISABLED;
        return table.withOptions(table.options().withRowSecurity(next));
    }

    @Override
    public WorkingSchema setsFiring(SqlEffect.SetsFiring effect) {
        for (Trigger trigger : schema.all(Trigger.class)) {
            boolean meant = effect.trigger() == null || schema.rules.same(trigger.name(), effect.trigger());
            if (meant && schema.same(trigger.table(), effect.table()) && schema.isCertain(trigger.objectName())) {
                schema.put(trigger.firing(effect.firing()));
            }
        }
        return schema;
    }

    @Override
    public WorkingSchema setsOption(SqlEffect.SetsOption effect) {
        new OptionFolding(schema).set(effect.table(), effect.option());
        return schema;
    }

    /** Names without a schema mean others from here on. */
    @Override
    public WorkingSchema setsSearchPath(SqlEffect.SetsSearchPath effect) {
        boolean home =
                effect.schemas().isEmpty() || schema.rules.same(effect.schemas().get(0), schema.rules.home());
        if (!home) {
            schema.doubtAll();
        }
        return schema;
    }

    @Override
    public WorkingSchema uncertain(SqlEffect.Uncertain effect) {
        schema.doubt(effect.name());
        return schema;
    }

    @Override
    public WorkingSchema unknown(SqlEffect.Unknown effect) {
        schema.doubtAll();
        return schema;
    }
}
