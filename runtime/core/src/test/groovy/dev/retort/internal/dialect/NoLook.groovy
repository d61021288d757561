package dev.retort.internal.dialect

import dev.retort.internal.script.Row
import groovy.transform.CompileStatic

/** No database to look at, as where SQL is only written down. */
@CompileStatic
final class NoLook implements Catalog {

    @Override
    List<Row> query(String sql, Object... parameters) {
        throw new AssertionError("The dialect looked at the database: $sql" as Object)
    }

    @Override
    boolean canLook() {
        false
    }
}
