package dev.retort.internal.difference;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import dev.retort.internal.schema.VirtualTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A wanted schema in the words of who wrote it. Only the server knows that two expressions are one; but a script that
 * leads to the wanted schema is to say what the author said, and not what the server prints.
 */
public final class AuthorsWords {

    private final Schema from;
    private final Schema printed;
    private final DifferenceRules rules;
    private final NormalForm form;

    /** @param printed the wanted schema as the server prints it, parts in the order that they have in the wanted one */
    public AuthorsWords(Schema from, Schema printed, DifferenceRules rules) {
        this.from = from;
        this.printed = printed;
        this.rules = rules;
        this.form = new NormalForm(rules);
    }

    /** What is in {@code from} already is as it is there, the rest as it was written. */
    public Schema of(Schema wanted) {
        return wanted.with(wanted.objects().values().stream().map(this::of).toList());
    }

    private SchemaObject of(SchemaObject wanted) {
        Optional<SchemaObject> old = from.object(wanted.objectName());
        Optional<SchemaObject> made = printed.object(wanted.objectName());
        if (old.isEmpty() || made.isEmpty() || old.get().getClass() != wanted.getClass()) {
            return wanted;
        }
        return wanted.accept(new Words(old.get(), made.get()));
    }

    /** Of one object; where both are the same, the one that is there. */
    private final class Words implements SchemaObject.Visitor<SchemaObject> {
        private final SchemaObject old;
        private final SchemaObject made;

        Words(SchemaObject old, SchemaObject made) {
            this.old = old;
            this.made = made;
        }

        private <T extends SchemaObject> SchemaObject either(Class<T> type, T wanted, UnaryOperator<T> normal) {
            T there = type.cast(old);
            return normal.apply(there).equals(normal.apply(type.cast(made))) ? there : wanted;
        }

        @Override
        public SchemaObject namespace(Namespace wanted) {
            return wanted;
        }

        @Override
        public SchemaObject extension(Extension wanted) {
            return wanted;
        }

        @Override
        public SchemaObject enumType(EnumType wanted) {
            return wanted;
        }

        @Override
        public SchemaObject compositeType(CompositeType wanted) {
            return either(CompositeType.class, wanted, form::of);
        }

        @Override
        public SchemaObject domain(Domain wanted) {
            return either(Domain.class, wanted, form::of);
        }

        @Override
        public SchemaObject sequence(Sequence wanted) {
            return made;
        }

        @Override
        public SchemaObject routine(Routine wanted) {
            return either(Routine.class, wanted, form::of);
        }

        @Override
        public SchemaObject table(Table wanted) {
            return new TableWords((Table) old, (Table) made).of(wanted);
        }

        @Override
        public SchemaObject virtualTable(VirtualTable wanted) {
            return wanted;
        }

        @Override
        public SchemaObject view(View wanted) {
            View there = (View) old;
            View printedView = (View) made;
            View plain = form.of(there).equals(form.of(printedView)) ? there : wanted;
            return plain.withIndexes(indexes(there.indexes(), printedView.indexes(), wanted.indexes()));
        }

        @Override
        public SchemaObject trigger(Trigger wanted) {
            return either(Trigger.class, wanted, form::of);
        }

        @Override
        public SchemaObject policy(Policy wanted) {
            return either(Policy.class, wanted, form::of);
        }
    }

    private List<Index> indexes(List<Index> old, List<Index> made, List<Index> wanted) {
        return parts(old, made, wanted, Index::name, form::of);
    }

    private <T> List<T> parts(
            List<T> old, List<T> made, List<T> wanted, Function<T, String> name, UnaryOperator<T> normal) {
        return wanted.stream()
                .map(each -> {
                    Optional<T> there = named(old, name.apply(each), name);
                    Optional<T> asPrinted = named(made, name.apply(each), name);
                    boolean same = there.isPresent()
                            && asPrinted.isPresent()
                            && normal.apply(there.get()).equals(normal.apply(asPrinted.get()));
                    return same ? there.get() : each;
                })
                .toList();
    }

    private <T> Optional<T> named(List<T> all, String wanted, Function<T, String> name) {
        return all.stream()
                .filter(each -> rules.folding().same(name.apply(each), wanted))
                .findFirst();
    }

    /** Of the parts of a table. */
    private final class TableWords {
        private final Table old;
        private final Table made;

        TableWords(Table old, Table made) {
            this.old = old;
            this.made = made;
        }

        Table of(Table wanted) {
            return wanted.withColumns(columns(wanted))
                    .withConstraints(constraints(wanted))
                    .withIndexes(indexes(old.indexes(), made.indexes(), wanted.indexes()))
                    .withOptions(made.options());
        }

        /** Each property by itself, for a change of one is not to change the others. */
        private List<Column> columns(Table wanted) {
            return wanted.columns().stream()
                    .map(column -> {
                        Optional<Column> there = named(old.columns(), column.name(), Column::name);
                        Optional<Column> asPrinted = named(made.columns(), column.name(), Column::name);
                        return there.isPresent() && asPrinted.isPresent()
                                ? column(there.get(), asPrinted.get(), column)
                                : column;
                    })
                    .toList();
        }

        private Column column(Column there, Column asPrinted, Column wanted) {
            Column old = form.of(there);
            Column printed = form.of(asPrinted);
            Column words = wanted;
            if (old.type().equals(printed.type()) && !hasValues(wanted.type())) {
                words = words.withType(there.type());
            }
            if (Objects.equals(old.defaultValue(), printed.defaultValue())) {
                words = words.withDefault(there.defaultValue());
            }
            if (Objects.equals(old.generated(), printed.generated())) {
                words = words.withGenerated(there.generated());
            }
            return words.withIdentity(asPrinted.identity())
                    .withCollation(asPrinted.collation())
                    .withToast(asPrinted.storage(), asPrinted.compression());
        }

        /** They are compared by themselves, and not with the type of a column. */
        private boolean hasValues(ColumnType type) {
            return type instanceof ColumnType.Enumeration
                    || type instanceof ColumnType.Array array && hasValues(array.element());
        }

        private List<Constraint> constraints(Table wanted) {
            List<Constraint> words = new ArrayList<>();
            for (int i = 0; i < wanted.constraints().size(); i++) {
                Constraint constraint = wanted.constraints().get(i);
                Optional<Constraint> there =
                        i < made.constraints().size() ? same(made.constraints().get(i)) : Optional.empty();
                words.add(there.map(each -> each.named(constraint.name())).orElse(constraint));
            }
            return words;
        }

        private Optional<Constraint> same(Constraint asPrinted) {
            Constraint wanted = form.of(asPrinted).named(null);
            return old.constraints().stream()
                    .filter(each -> form.of(each).named(null).equals(wanted))
                    .findFirst();
        }
    }
}
