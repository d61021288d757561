package dev.retort.internal.dialect.postgres

import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Table
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.tables

/** A database whose schema is read, and short ways to say what is expected of it. */
abstract class PostgresReadSpec extends Specification {

    @AutoCleanup TestDatabase database = newDatabase()

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
    @AutoCleanup Connection connection = database.open()

    Schema read(Set<String> leftOut = []) {
        new PostgresDialect().reading().read(connection, ReadScope.without(leftOut.collect { name(it) } as Set))
    }

    Schema read(List<String> schemas) {
        new PostgresDialect().reading().read(connection, new ReadScope(schemas, [] as Set))
    }

    Table table(String name) {
        tables(read())[name]
    }

    int version() {
        connection.metaData.databaseMajorVersion
    }

    static Index index(String name, List<Index.Element> elements) {
        new Index(name, QualifiedName.of('t'), elements, false, null, [], null, false)
    }

    static Index.Element column(String name, String collation = null, String operatorClass = null, String order = null) {
        new Index.Element.ColumnName(name, collation, operatorClass, order)
    }

    static QualifiedName name(String name) {
        QualifiedName.of(name)
    }

    static Table plain(QualifiedName name, Column... columns) {
        new Table(name, columns as List, [], [], null, Table.Options.NONE)
    }

    void execute(String sql) {
        connection.createStatement().withCloseable { it.execute(sql) }
    }

    static Index.Element sql(String text) {
        new Index.Element.Expression(text)
    }
}
