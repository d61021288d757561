package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sequences of identity and plain serial columns whose names are not those that the server gives. */
final class SequenceNames {

    /** A name that is too long is cut, in the middle, by the server. */
    private static final String OF_THEIR_OWN = """
            SELECT s.oid::regclass::text AS sequence, c.oid::regclass || '.' || a.attname AS place, usual.name AS usual,
                   n.nspname AS schema, s.relname AS name, s.relnamespace = c.relnamespace AS beside, current_schema() AS home
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

    /** A sentence for each of them that no other name is enough for. */
    static List<String> notKept(Connection connection, ReadScope scope) throws SQLException {
        List<Row> own = Rows.of(connection, OF_THEIR_OWN);
        Set<Row> renamed = renamed(own, scope).keySet();
        return own.stream()
                .filter(row -> !renamed.contains(row))
                .map(row -> "The sequence " + Rows.text(row, "sequence") + " of the column " + Rows.text(row, "place")
                        + " will be called " + Rows.text(row, "usual") + ".")
                .toList();
    }

    /** What gives them their names, after the server gave them others. */
    static List<Operation> kept(Connection connection, ReadScope scope) throws SQLException {
        return List.copyOf(renamed(Rows.of(connection, OF_THEIR_OWN), scope).values());
    }

    /** Each after the one that has its name until then; those that wait for each other are left out. */
    private static Map<Row, Operation> renamed(List<Row> own, ReadScope scope) {
        List<Row> left =
                new ArrayList<>(own.stream().filter(row -> isRead(row, scope)).toList());
        Map<Row, Operation> renamed = new LinkedHashMap<>();
        boolean some = true;
        while (some) {
            some = false;
            for (Row row : List.copyOf(left)) {
                if (left.stream().noneMatch(other -> isUsual(other, row))) {
                    left.remove(row);
                    renamed.put(row, new RenameSequence(sequence(row, scope), Rows.text(row, "name")));
                    some = true;
                }
            }
        }
        return renamed;
    }

    /** Whether the one is created with the name of the other. */
    private static boolean isUsual(Row one, Row other) {
        return Rows.text(one, "usual").equals(Rows.text(other, "name"))
                && Rows.text(one, "schema").equals(Rows.text(other, "schema"));
    }

    private static boolean isRead(Row row, ReadScope scope) {
        String schema = Rows.text(row, "schema");
        boolean read = scope.schemas().isEmpty()
                ? schema.equals(home(row, scope))
                : scope.schemas().contains(schema);
        return read && Rows.truth(row, "beside");
    }

    private static QualifiedName sequence(Row row, ReadScope scope) {
        String schema = Rows.text(row, "schema");
        return new QualifiedName(schema.equals(home(row, scope)) ? null : schema, Rows.text(row, "usual"));
    }

    private static String home(Row row, ReadScope scope) {
        return scope.schemas().isEmpty()
                ? Rows.text(row, "home")
                : scope.schemas().get(0);
    }
}
