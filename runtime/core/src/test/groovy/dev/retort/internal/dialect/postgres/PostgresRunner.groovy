package dev.retort.internal.dialect.postgres

import dev.retort.internal.dialect.Catalog
import dev.retort.internal.dialect.NoLook
import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.operation.Operation
import dev.retort.internal.schema.Schema
import groovy.transform.CompileStatic
import java.sql.Connection
import java.sql.PreparedStatement
import java.sql.ResultSet
import java.sql.Statement

/** Does on a connection what the dialect says, as a runner would. */
@CompileStatic
class PostgresRunner {

    static final PostgresDialect DIALECT = new PostgresDialect()
    static final Catalog NO_LOOK = new NoLook()

    static List<SqlStatement> statements(Operation operation) {
        DIALECT.spelling().statements(operation, NO_LOOK)
    }

    static List<String> sql(Operation operation) {
        statements(operation)*.sql()
    }

    static void run(Connection connection, Operation... operations) {
        operations.each { Operation operation -> statements(operation).each { execute(connection, it) } }
    }

    static void execute(Connection connection, SqlStatement statement) {
        if (statement.parameterRows().empty) {
            connection.createStatement().withCloseable { Statement plain -> plain.execute(statement.sql()) }
            return
        }
        connection.prepareStatement(statement.sql()).withCloseable { PreparedStatement prepared ->
            statement.parameterRows().each { List<Object> row ->
                row.eachWithIndex { Object value, int i -> DIALECT.execution().bind(prepared, i + 1, value) }
                prepared.addBatch()
            }
            prepared.executeBatch()
        }
    }

    static Schema schema(Connection connection) {
        DIALECT.reading().read(connection, ReadScope.FIRST_SCHEMA)
    }

    /** The first column of each row, as the dialect reads it. */
    static List<Object> read(Connection connection, String sql) {
        List<Object> values = []
        connection.createStatement().withCloseable { Statement statement ->
            ResultSet rows = statement.executeQuery(sql)
            while (rows.next()) {
                values << DIALECT.execution().read(rows, 1)
            }
        }
        values
    }
}
