package dev.retort.internal.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The sequences of identity and plain serial columns whose names are not those that the server gives. */
final class SequenceNames {

    /** A name that is too long is cut, in the middle, by the server. */
    private static final String OF_THEIR_OWN = """
            SELECT s.oid::regclass::text AS sequence, c.oid::regclass || '.' || a.attname AS place, usual.name AS usual
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            JOIN pg_depend p ON p.refclassid = 'pg_class'::regclass AND p.refobjid = c.oid AND p.classid = 'pg_class'::regclass
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.refobjsubid
            JOIN pg_class s ON s.oid = p.objid AND s.relkind = 'S'
            JOIN pg_sequence q ON q.seqrelid = s.oid
            LEFT JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum
            CROSS JOIN LATERAL (SELECT concat_ws('_', c.relname, a.attname, 'seq') AS name) usual
            WHERE c.relkind IN ('r', 'p') AND octet_length(usual.name) < 64
              AND (s.relnamespace <> c.relnamespace OR left(s.relname, length(usual.name)) <> usual.name
                   OR substr(s.relname, length(usual.name) + 1) !~ '^\\d*$')
              AND (p.deptype = 'i'
                   OR p.deptype = 'a' AND a.attnotnull AND q.seqtypid = a.atttypid AND q.seqstart = 1 AND q.seqincrement = 1
                      AND q.seqmin = 1 AND q.seqcache = 1 AND NOT q.seqcycle
                      AND q.seqmax = CASE q.seqtypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647
                                     ELSE 9223372036854775807 END
                      AND pg_get_expr(f.adbin, f.adrelid) = format('nextval(%L::regclass)', s.oid::regclass))
            ORDER BY 1""";

    private SequenceNames() {}

    /** A sentence for each of them. */
    static List<String> notKept(Connection connection) throws SQLException {
        return Rows.of(connection, OF_THEIR_OWN).stream()
                .map(row -> "The sequence " + Rows.text(row, "sequence") + " of the column " + Rows.text(row, "place")
                        + " will be called " + Rows.text(row, "usual") + ".")
                .toList();
    }
}
