package dev.retort.benchmark.peers;

/** Operations as in a script of Retort. */
final class GroovyWords implements Words {

    @Override
    public String createTable(String table) {
        return """
                createTable('%s') {
                        column 'id', integer, nullable: false
                        column 'name', varchar(100), nullable: false
                        column 'amount', numeric(12, 2), nullable: false
                        column 'active', bool, nullable: false
                        column 'created_at', timestamp, nullable: false
                        column 'note', text
                        primaryKey 'id'
                    }""".formatted(table);
    }

    @Override
    public String dropTable(String table) {
        return "dropTable '" + table + "'";
    }

    @Override
    public String addColumn(String table, String column) {
        return "addColumn '" + table + "', '" + column + "', integer";
    }

    @Override
    public String dropColumn(String table, String column) {
        return "dropColumn '" + table + "', '" + column + "'";
    }

    @Override
    public String createIndex(String index, String table, String column) {
        return "createIndex '" + index + "', '" + table + "', ['" + column + "']";
    }

    @Override
    public String dropIndex(String index, String table) {
        return "dropIndex '" + index + "', '" + table + "'";
    }

    @Override
    public String execute(String sql) {
        return "execute '" + sql + "'";
    }
}
