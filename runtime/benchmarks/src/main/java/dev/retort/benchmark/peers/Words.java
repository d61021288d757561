package dev.retort.benchmark.peers;

/** How one program writes each change to a schema; every program has words for all of them. */
interface Words {

    /** A table of six columns: id, name, amount, active, created_at, note. */
    String createTable(String table);

    String dropTable(String table);

    String addColumn(String table, String column);

    String dropColumn(String table, String column);

    String createIndex(String index, String table, String column);

    String dropIndex(String index, String table);

    String execute(String sql);
}
