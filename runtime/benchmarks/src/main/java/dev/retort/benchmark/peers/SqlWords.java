package dev.retort.benchmark.peers;

/** Statements that SQLite and PostgreSQL both read, without the semicolon. */
final class SqlWords implements Words {

    @Override
    public String createTable(String table) {
        return "CREATE TABLE " + table + " (id integer NOT NULL, name varchar(100) NOT NULL,"
                + " amount numeric(12, 2) NOT NULL, active boolean NOT NULL, created_at timestamp NOT NULL, note text,"
                + " CONSTRAINT pk_" + table + " PRIMARY KEY (id))";
    }

    @Override
    public String dropTable(String table) {
        return "DROP TABLE " + table;
    }

    @Override
    public String addColumn(String table, String column) {
        return "ALTER TABLE " + table + " ADD COLUMN " + column + " integer";
    }

    @Override
    public String dropColumn(String table, String column) {
        return "ALTER TABLE " + table + " DROP COLUMN " + column;
    }

    @Override
    public String createIndex(String index, String table, String column) {
        return "CREATE INDEX " + index + " ON " + table + " (" + column + ")";
    }

    @Override
    public String dropIndex(String index, String table) {
        return "DROP INDEX " + index;
    }

    @Override
    public String execute(String sql) {
        return sql;
    }
}
