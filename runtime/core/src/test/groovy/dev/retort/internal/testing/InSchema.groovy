package dev.retort.internal.testing

import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Table
import groovy.transform.CompileStatic

/** Short ways to ask a schema what is in it. */
@CompileStatic
final class InSchema {

    private InSchema() {}

    /** By name as messages spell it. */
    static Map<String, Table> tables(Schema schema) {
        schema.tables().toList().collectEntries { [it.name().toString(), it] }
    }

    /** A column that comes back comes back as the last one. */
    static Schema withoutColumnOrder(Schema schema) {
        schema.with(schema.tables().toList().collect { Table table ->
            new Table(table.name(), table.columns().toSorted { it.name() }, table.constraints(), table.indexes(), table.comment(), table.options())
        })
    }

    /** All but the tables, as messages name them: {@code view v}, {@code trigger t.tr}. */
    static Set<String> others(Schema schema) {
        schema.objects().values().findAll { !(it instanceof Table) }.collect { it.objectName().toString() } as Set
    }
}
