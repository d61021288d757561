package dev.retort.internal.ddl;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of SQL does to a schema. Names are as the text has them: a table without a schema is whichever the search
 * path finds. Expressions and queries are as they are written, constraints without a name have none.
 */
public sealed interface SqlEffect {

    <R> R accept(Visitor<R> visitor);

    /**
     * The same as an operation of the language does. What it says of a table may be of something else that has the name:
     * PostgreSQL takes {@code ALTER TABLE} for views, sequences and indexes too, and {@code COMMENT ON COLUMN} for views and
     * composite types; {@code DROP TABLE} drops a virtual table of SQLite. What one statement drops together may need each
     * other: that is no reason to keep any of it.
     *
     * @param ifExists nothing happens where what is to be changed does not exist, and the operation itself cannot express it
     * @param only the partitions of the table and those that inherit from it stay as they are, which no operation can express
     */
    record Changes(Operation operation, boolean ifExists, boolean only) implements SqlEffect {
        public Changes(Operation operation) {
            this(operation, false);
        }

        public Changes(Operation operation, boolean ifExists) {
            this(operation, ifExists, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changes(this);
        }
    }

    /**
     * An object is created that no operation creates, or that none creates exactly so: domains, composite types, policies, virtual
     * tables, replaced views, and tables of SQLite whose primary key may hold nulls.
     *
     * @param replace it takes the place of the one of its name, where there is one
     * @param ifNotExists nothing happens where there is one of its name
     */
    record Creates(SchemaObject object, boolean replace, boolean ifNotExists) implements SqlEffect {
        public Creates(SchemaObject object) {
            this(object, false, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.creates(this);
        }
    }

    /**
     * An object is dropped, where no operation does exactly that.
     *
     * @param names one for each kind that the object may be of. That of a trigger whose table the text does not name has the
     *     trigger's own name and no part
     */
    record Drops(List<ObjectName> names, boolean ifExists, boolean cascade) implements SqlEffect {
        public Drops {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.drops(this);
        }
    }

    /**
     * An object has another name within its schema or its table, where no operation does exactly that.
     *
     * @param names one for each kind that the object may be of
     */
    record Renames(List<ObjectName> names, String newName, boolean ifExists) implements SqlEffect {
        public Renames {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renames(this);
        }
    }

    /**
     * The comment of anything but a table and a column.
     *
     * @param names one for each kind that the object may be of
     * @param comment null takes it away
     */
    record Comments(List<ObjectName> names, @Nullable String comment) implements SqlEffect {
        public Comments {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comments(this);
        }
    }

    /**
     * Row security has two switches: whether it is on, and whether it is for the owner of the table as well.
     *
     * @param forOwner the second one is meant
     */
    record SetsRowSecurity(QualifiedName table, boolean forOwner, boolean on) implements SqlEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setsRowSecurity(this);
        }
    }

    /**
     * A trigger of a table is enabled or disabled.
     *
     * @param trigger null means all of the table's
     */
    record SetsFiring(QualifiedName table, @Nullable String trigger, Trigger.Firing firing) implements SqlEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setsFiring(this);
        }
    }

    /** A table is kept in another way. */
    record SetsOption(QualifiedName table, TableOption option) implements SqlEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setsOption(this);
        }
    }

    /**
     * Names without a schema are looked for elsewhere from here on. Those of the statements after it in the same text have their
     * schema already.
     *
     * @param schemas empty means the path that the session began with
     */
    record SetsSearchPath(List<String> schemas) implements SqlEffect {
        public SetsSearchPath {
            schemas = List.copyOf(schemas);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setsSearchPath(this);
        }
    }

    /** The object of this name may be created, changed or dropped, if there is one; the text does not reveal how. */
    record Uncertain(ObjectName name) implements SqlEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.uncertain(this);
        }
    }

    /** Anything may be created, changed or dropped. */
    record Unknown() implements SqlEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknown(this);
        }
    }

    /** One method a kind; the compiler finds the forgotten one. */
    interface Visitor<R> {
        R changes(Changes effect);

        R creates(Creates effect);

        R drops(Drops effect);

        R renames(Renames effect);

        R comments(Comments effect);

        R setsRowSecurity(SetsRowSecurity effect);

        R setsFiring(SetsFiring effect);

        R setsOption(SetsOption effect);

        R setsSearchPath(SetsSearchPath effect);

        R uncertain(Uncertain effect);

        R unknown(Unknown effect);
    }
}
