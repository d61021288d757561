package dev.retort.benchmark.peers;

/** Operations as in a revision of Alembic. */
final class PythonWords implements Words {

    @Override
    public String createTable(String table) {
        return """
                op.create_table(
                        '%1$s',
                        sa.Column('id', sa.Integer(), nullable=False),
                        sa.Column('name', sa.String(length=100), nullable=False),
                        sa.Column('amount', sa.Numeric(precision=12, scale=2), nullable=False),
                        sa.Column('active', sa.Boolean(), nullable=False),
                        sa.Column('created_at', sa.DateTime(), nullable=False),
                        sa.Column('note', sa.Text(), nullable=True),
                        sa.PrimaryKeyConstraint('id', name='pk_%1$s'),
                    )""".formatted(table);
    }

    @Override
    public String dropTable(String table) {
        return "op.drop_table('" + table + "')";
    }

    @Override
    public String addColumn(String table, String column) {
        return "op.add_column('" + table + "', sa.Column('" + column + "', sa.Integer(), nullable=True))";
    }

    @Override
    public String dropColumn(String table, String column) {
        return "op.drop_column('" + table + "', '" + column + "')";
    }

    @Override
    public String createIndex(String index, String table, String column) {
        return "op.create_index('" + index + "', '" + table + "', ['" + column + "'])";
    }

    @Override
    public String dropIndex(String index, String table) {
        return "op.drop_index('" + index + "', table_name='" + table + "')";
    }

    @Override
    public String execute(String sql) {
        return "op.execute('" + sql + "')";
    }
}
