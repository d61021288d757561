package dev.retort.internal.dialect;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.script.CatalogQuestion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/** What is in the database, from its catalog. */
public interface Reading {

    /** Whether the database has what a script asks for. */
    boolean has(CatalogQuestion question, Catalog catalog);

    /**
     * The values of an enumeration, in their order; none where the database has no enumerations of their own and no
     * column is of this one.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where there is none of this name
     */
    List<String> enumValues(QualifiedName enumeration, Catalog catalog);

    /**
     * Reads what the database holds besides its rows, as it is at one moment, in a number of queries that does not depend on
     * how much that is. Where the connection is in a transaction, what that one sees.
     */
    Schema read(Connection connection, ReadScope scope) throws SQLException;

    /**
     * What is in the database, and is not created again by a script, or not as it is: a sentence for each.
     *
     * @param connection in no transaction
     */
    default List<String> notRecreated(Connection connection, ReadScope scope) throws SQLException {
        return List.of();
    }

    /**
     * What gives objects their names that a script creates with those that the database chooses.
     *
     * @param connection in no transaction
     */
    default List<Operation> names(Connection connection, ReadScope scope) throws SQLException {
        return List.of();
    }

    /** What is in the database itself, beside the schema and the rows, as the connection sees it. */
    default DatabaseState state(Connection connection) throws SQLException {
        return DatabaseState.NONE;
    }

    /** How it is used by others. */
    default DatabaseUse use(Connection connection) throws SQLException {
        return DatabaseUse.UNKNOWN;
    }

    /**
     * The same schema with its expressions as the server prints them, so that it can be compared with one that was read.
     * What has to be created for that is rolled back.
     *
     * @param connection in no transaction
     */
    default Schema serverForm(Connection connection, Schema schema) throws SQLException {
        return schema;
    }

    /**
     * Looks in one round trip where tables are, or what can be read like one, that belong into one schema. A temporary table
     * is none of them, though it comes first wherever its name is written alone.
     *
     * @param tables all without a schema, or all of the same one; the first of them that exists decides
     */
    TablePlace place(Connection connection, List<QualifiedName> tables) throws SQLException;

    /** Whether there is a table, or something that can be read like one, of this name. */
    default boolean hasTable(Connection connection, QualifiedName table) throws SQLException {
        return !place(connection, List.of(table)).existing().isEmpty();
    }

    /** How many characters a column of text takes; empty where it takes any number. */
    default OptionalInt longestText(Connection connection, QualifiedName table, String column) throws SQLException {
        return OptionalInt.empty();
    }
}
