package dev.retort.internal.fold;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.function.BiPredicate;

/** The columns of {@code serial} of a schema, spelled out: as whole numbers with a default and a sequence. */
public final class SerialColumns {

    private SerialColumns() {}

    /** @param which of the columns */
    public static Schema spelledOut(Schema schema, BiPredicate<Table, Column> which, FoldingRules rules) {
        if (!rules.keepsSequences()) {
            return schema;
        }
        WorkingSchema working = new WorkingSchema(schema, rules);
        SerialFolding serials = new SerialFolding(working);
        for (Table table : schema.tables().toList()) {
            for (Column column : table.columns()) {
                if (ColumnType.isSerial(column.type()) && which.test(table, column)) {
                    serials.spellOut(working.table(table.name()).orElse(table), column);
                }
            }
        }
        return working.schema();
    }
}
