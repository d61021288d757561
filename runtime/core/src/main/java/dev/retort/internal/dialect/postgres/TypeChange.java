package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.schema.ColumnType;
import java.util.List;

/** Another type for a column that keeps what the type alone would take from it. */
final class TypeChange {

    private static final ColumnType.Visitor<Boolean> HAS_COLLATION = new HasCollation();

    private TypeChange() {}

    private static final String VIEWS = ViewStatements.keeping(Blocks.resource("recreate-views.sql"));

    /** @param type of the column from then on */
    static SqlStatement of(AlterColumn operation, ColumnType type) {
        String change = change(operation, type);
        if (!operation.recreateViews()) {
            return SqlStatement.of(change.startsWith("\n") ? Blocks.of(change) : change);
        }
        String table = Values.quoted(Identifiers.quote(operation.table()));
        String block =
                "DECLARE\n    changed constant oid := to_regclass(" + table + ");\n    one_column constant name := "
                        + Values.quoted(operation.column()) + ";\n"
                        + VIEWS.replace("/* change */", change.strip() + ";");
        return SqlStatement.of(Blocks.of("\n" + block));
    }

    /** A statement, or a block that begins with a new line. */
    private static String change(AlterColumn operation, ColumnType type) {
        ColumnChange to = operation.to();
        String start = start(operation, type);
        String using = to.using() == null ? "" : " USING " + to.using();
        Change<String> collation = to.collation();
        if (collation != null) {
            return AuthorsSql.part("This", start + Columns.collation(collation.to()) + using);
        }
        String plain = AuthorsSql.part("This", start + using);
        return type.accept(HAS_COLLATION) ? keeping(operation, type, using) : plain;
    }

    /** A type that has no collation takes that of the column away. */
    static List<SqlStatement> check(AlterColumn operation) {
        ColumnType type = operation.to().type();
        if (type == null || operation.from().collation() != null || type.accept(HAS_COLLATION)) {
            return List.of();
        }
        String block = """
                DECLARE
                  lost text := (SELECT c.collname FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                                JOIN pg_collation c ON c.oid = a.attcollation
                                WHERE a.attrelid = to_regclass(%s) AND a.attname = %s AND a.attcollation <> t.typcollation);
                BEGIN
                  IF lost IS NOT NULL THEN
                    RAISE EXCEPTION USING ERRCODE = 'RT001',
                      MESSAGE = format(%s, lost), HINT = format('Add existingCollation: ''%%s'', or write upgrade and downgrade instead of change.', lost);
                  END IF;
                END
                """.formatted(
                Values.quoted(Identifiers.quote(operation.table())),
                Values.quoted(operation.column()),
                Values.quoted("The downgrade of this change would not bring back the collation \"%s\" of the column \""
                        + operation.column() + "\" of \"" + operation.table() + "\"."));
        return List.of(SqlStatement.of(Blocks.of("\n" + block)));
    }

    private static String start(AlterColumn operation, ColumnType type) {
        return Clauses.alterTable(operation.table()) + "ALTER COLUMN " + Identifiers.quote(operation.column())
                + " TYPE " + Types.sql(type);
    }

    /** TYPE without COLLATE means the collation of the type, whatever the column had. */
    private static String keeping(AlterColumn operation, ColumnType type, String using) {
        String start = start(operation, type);
        String block = """
                BEGIN
                  EXECUTE %s
                    || coalesce((SELECT format(' COLLATE %%I.%%I', n.nspname, c.collname)
                                 FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                                 JOIN pg_collation c ON c.oid = a.attcollation JOIN pg_namespace n ON n.oid = c.collnamespace
                                 WHERE a.attrelid = to_regclass(%s) AND a.attname = %s
                                   AND a.attcollation <> t.typcollation
                                   AND (SELECT typcollation FROM pg_type WHERE oid = to_regtype(%s)) <> 0), '')%s;
                END""".formatted(
                        Values.quoted(start),
                        Values.quoted(Identifiers.quote(operation.table())),
                        Values.quoted(operation.column()),
                        Values.quoted(Types.sql(type)),
                        using.isEmpty() ? "" : "\n    || " + Values.quoted(using));
        return "\n" + block + "\n";
    }

    private static final class HasCollation implements ColumnType.Visitor<Boolean> {

        @Override
        public Boolean simple(ColumnType.Simple type) {
            return type == ColumnType.Simple.TEXT;
        }

        @Override
        public Boolean numeric(ColumnType.Numeric type) {
            return false;
        }

        @Override
        public Boolean varchar(ColumnType.Varchar type) {
            return true;
        }

        @Override
        public Boolean character(ColumnType.Char type) {
            return true;
        }

        @Override
        public Boolean time(ColumnType.Time type) {
            return false;
        }

        @Override
        public Boolean timestamp(ColumnType.Timestamp type) {
            return false;
        }

        @Override
        public Boolean array(ColumnType.Array type) {
            return type.element().accept(this);
        }

        @Override
        public Boolean enumeration(ColumnType.Enumeration type) {
            return false;
        }

        /** Whether it has one is for the server to say. */
        @Override
        public Boolean named(ColumnType.Named type) {
            return true;
        }
    }
}
