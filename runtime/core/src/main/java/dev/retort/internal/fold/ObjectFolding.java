package dev.retort.internal.fold;

import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.DropExtension;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.DropSequence;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.ObjectOperation;
import dev.retort.internal.operation.RefreshView;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.operation.ReplaceView;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the operations on views, sequences, routines, triggers, extensions and schemas do. */
final class ObjectFolding implements ObjectOperation.Visitor<WorkingSchema> {

    private final WorkingSchema schema;
    private final Dependents dependents;
    private final SequenceFolding sequences;

    ObjectFolding(WorkingSchema schema) {
        this.schema = schema;
        this.dependents = new Dependents(schema);
        this.sequences = new SequenceFolding(schema);
    }

    // ---- views ----

    @Override
    public WorkingSchema createView(CreateView operation) {
        View view = operation.view().named(schema.kept(operation.view().name()));
        Optional<View> old = schema.find(ObjectKind.VIEW, view.name(), View.class);
        if (old.isPresent() && operation.ifNotExists()) {
            return schema;
        } else if (old.isEmpty() && operation.ifNotExists() && !schema.isCertain(view.objectName())) {
            schema.doubt(view.objectName());
            return schema;
        } else if (old.isEmpty() || !operation.replace()) {
            new RelationNames(schema).refuseTaken(view.name());
        }
        schema.put(old.isPresent() ? view.withIndexes(old.get().indexes()) : view);
        return schema;
    }

    @Override
    public WorkingSchema replaceView(ReplaceView operation) {
        Optional<View> old = schema.view(operation.view().name());
        View view = operation.view();
        old.ifPresent(found -> schema.put(new View(
                found.name(),
                view.columns().isEmpty() ? found.columns() : view.columns(),
                view.query(),
                options(found.options(), view.options(), operation.reset()),
                found.indexes())));
        return schema;
    }

    /** What is not named stays, but for what is taken away. */
    private static View.Options options(View.Options old, View.Options named, Set<String> reset) {
        SortedMap<String, String> storage = new TreeMap<>(old.storage());
        storage.keySet().removeAll(reset);
        storage.putAll(named.storage());
        String check = reset.contains(View.Options.CHECK_OPTION) ? null : old.checkOption();
        return new View.Options(
                old.materialized(),
                old.temporary(),
                named.checkOption() == null ? check : named.checkOption(),
                storage);
    }

    @Override
    public WorkingSchema dropView(DropView operation) {
        ObjectName name = ObjectName.of(ObjectKind.VIEW, operation.view());
        if (operation.ifExists() && schema.find(name).isEmpty()) {
            schema.remove(name);
            return schema;
        }
        Optional<View> view = schema.view(operation.view());
        List<String> needing = new ArrayList<>();
        dependents.views(operation.view()).stream()
                .filter(each -> schema.isCertain(each.objectName()))
                .forEach(each -> needing.add(Dependents.words(each)));
        dependents.triggers(operation.view()).forEach(each -> needing.add(Dependents.words(each)));
        if (view.isPresent() && !needing.isEmpty() && !operation.cascade()) {
            throw FoldingRefusal.needed("view \"" + operation.view() + "\"", needing);
        }
        dependents.dropViews(dependents.views(operation.view()));
        dependents.triggers(operation.view()).forEach(each -> schema.remove(each.objectName()));
        dependents.dropRelation(name);
        return schema;
    }

    @Override
    public WorkingSchema refreshView(RefreshView operation) {
        schema.view(operation.view());
        return schema;
    }

    // ---- sequences ----

    @Override
    public WorkingSchema createSequence(CreateSequence operation) {
        sequences.create(operation);
        return schema;
    }

    @Override
    public WorkingSchema alterSequence(AlterSequence operation) {
        sequences.alter(operation);
        return schema;
    }

    @Override
    public WorkingSchema renameSequence(RenameSequence operation) {
        sequences.rename(operation);
        return schema;
    }

    @Override
    public WorkingSchema dropSequence(DropSequence operation) {
        sequences.drop(operation);
        return schema;
    }

    // ---- extensions and schemas ----

    @Override
    public WorkingSchema createExtension(CreateExtension operation) {
        String home = operation.options().schema();
        Extension extension = new Extension(
                operation.extension(),
                home != null && schema.rules.same(home, schema.rules.home()) ? null : home,
                operation.options().version());
        boolean there = schema.find(extension.objectName()).isPresent();
        if (there && !operation.ifNotExists() && schema.isCertain(extension.objectName())) {
            throw FoldingRefusal.taken("extension \"" + operation.extension() + "\"");
        } else if (!there) {
            schema.put(extension);
        }
        return schema;
    }

    @Override
    public WorkingSchema dropExtension(DropExtension operation) {
        ObjectName name = ObjectName.of(ObjectKind.EXTENSION, QualifiedName.of(operation.extension()));
        refuseUnknown(name, operation.ifExists(), operation.extension());
        schema.remove(name);
        return schema;
    }

    @Override
    public WorkingSchema createSchema(CreateSchema operation) {
        Namespace namespace = new Namespace(operation.schema());
        boolean there = schema.find(namespace.objectName()).isPresent()
                || schema.rules.same(operation.schema(), schema.rules.home());
        if (there && !operation.ifNotExists()) {
            throw FoldingRefusal.taken("schema \"" + operation.schema() + "\"");
        } else if (!there) {
            schema.put(namespace);
        }
        return schema;
    }

    @Override
    public WorkingSchema dropSchema(DropSchema operation) {
        ObjectName name = ObjectName.of(ObjectKind.SCHEMA, QualifiedName.of(operation.schema()));
        refuseUnknown(name, operation.ifExists(), operation.schema());
        List<SchemaObject> inside = schema.all(SchemaObject.class).stream()
                .filter(object ->
                        operation.schema().equals(object.objectName().name().schema()))
                .toList();
        if (!inside.isEmpty() && !operation.cascade()) {
            throw FoldingRefusal.needed(
                    "schema \"" + operation.schema() + "\"",
                    inside.stream().map(object -> "the " + object.objectName()).toList());
        }
        inside.forEach(object -> schema.remove(object.objectName()));
        schema.remove(name);
        return schema;
    }

    private void refuseUnknown(ObjectName name, boolean ifExists, String written) {
        if (!ifExists && schema.find(name).isEmpty() && schema.isCertain(name)) {
            throw FoldingRefusal.unknown(
                    name.kind().words() + " \"" + written + "\"", written, schema.namesOf(name.kind()));
        }
    }

    // ---- routines ----

    @Override
    public WorkingSchema createRoutine(CreateRoutine operation) {
        Routine routine = operation
                .routine()
                .named(schema.kept(operation.routine().signature().name()));
        boolean there = schema.find(routine.objectName()).isPresent();
        if (there && !operation.replace() && schema.isCertain(routine.objectName())) {
            throw FoldingRefusal.taken("routine \"" + routine.signature() + "\"");
        }
        schema.put(routine);
        return schema;
    }

    @Override
    public WorkingSchema dropRoutine(DropRoutine operation) {
        Routine.Signature signature = operation.routine();
        List<Routine> found = schema.all(Routine.class).stream()
                .filter(routine -> schema.same(routine.signature().name(), signature.name()))
                .filter(routine -> signature.arguments() == null
                        || Objects.equals(routine.objectName().part(), signature.types()))
                .toList();
        ObjectName name = new ObjectName(ObjectKind.ROUTINE, schema.kept(signature.name()), signature.types());
        if (found.isEmpty() && !operation.ifExists() && schema.isCertain(name)) {
            throw FoldingRefusal.unknown(
                    (signature.procedure() ? "procedure" : "function") + " \"" + signature + "\"",
                    signature.name().name(),
                    schema.namesOf(ObjectKind.ROUTINE));
        }
        for (Routine routine : found) {
            List<Trigger> calling = schema.all(Trigger.class).stream()
                    .filter(trigger -> trigger.execute() != null
                            && schema.same(trigger.execute().function(), signature.name()))
                    .toList();
            if (!calling.isEmpty() && !operation.cascade()) {
                throw FoldingRefusal.needed(
                        "function \"" + signature + "\"",
                        calling.stream().map(Dependents::words).toList());
            }
            calling.forEach(trigger -> schema.remove(trigger.objectName()));
            schema.remove(routine.objectName());
        }
        return schema;
    }

    // ---- triggers ----

    @Override
    public WorkingSchema createTrigger(CreateTrigger operation) {
        Trigger trigger = schema.rules.kept(
                operation.trigger().of(schema.kept(operation.trigger().table())));
        relation(trigger.table());
        Optional<Trigger> old = find(trigger.name(), trigger.table());
        if (old.isPresent() && operation.ifNotExists()) {
            return schema;
        } else if (old.isPresent()
                && !operation.replace()
                && schema.isCertain(old.get().objectName())) {
            throw FoldingRefusal.taken("trigger \"" + trigger.name() + "\"");
        }
        old.ifPresent(found -> schema.remove(found.objectName()));
        schema.put(trigger);
        return schema;
    }

    private void relation(QualifiedName name) {
        boolean view = schema.find(ObjectName.of(ObjectKind.VIEW, name)).isPresent()
                || !schema.isCertain(ObjectName.of(ObjectKind.VIEW, name));
        if (!view) {
            schema.table(name);
        }
    }

    private Optional<Trigger> find(String name, QualifiedName table) {
        return schema.find(new ObjectName(ObjectKind.TRIGGER, table, name)).map(Trigger.class::cast);
    }

    @Override
    public WorkingSchema dropTrigger(DropTrigger operation) {
        ObjectName name = new ObjectName(ObjectKind.TRIGGER, schema.kept(operation.table()), operation.trigger());
        if (schema.find(name).isEmpty() && !operation.ifExists() && schema.isCertain(name)) {
            relation(operation.table());
            throw FoldingRefusal.unknown(
                    "trigger \"" + operation.trigger() + "\" of \"" + operation.table() + "\"",
                    operation.trigger(),
                    schema.all(Trigger.class).stream().map(Trigger::name).collect(Collectors.toSet()));
        }
        schema.remove(name);
        return schema;
    }
}
