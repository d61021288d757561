package dev.retort.internal.ddl;

/** Reads which rows a partition takes. */
final class PartitionBound {

    private PartitionBound() {}

    /** {@code FROM (1) TO (10)}, {@code IN ('a')}, {@code WITH (MODULUS 4, REMAINDER 0)} or {@code DEFAULT}. */
    static String read(Cursor cursor) {
        if (cursor.skip("DEFAULT")) {
            return "DEFAULT";
        }
        cursor.expect("FOR", "VALUES");
        if (cursor.skip("FROM")) {
            String from = ConstraintDefinition.condition(cursor);
            cursor.expect("TO");
            return "FROM (" + from + ") TO (" + ConstraintDefinition.condition(cursor) + ")";
        } else if (cursor.skip("IN")) {
            return "IN (" + ConstraintDefinition.condition(cursor) + ")";
        }
        cursor.expect("WITH");
        return "WITH (" + ConstraintDefinition.condition(cursor) + ")";
    }
}
