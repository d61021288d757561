revision 'x'
upgrade {
    op.addColumn 't', 'a', text
    op.create_table('t', sa.Column('id', sa.Integer()))
    addColumn 't', Column('c', text)
    addColumn 't', 'd', String(50), server_default: 'x'
    addColumn 't', 'e', timestamp, serverDefault: sa.text('now()')
    addColumn 't', 'f', timestamp, default: text('now()')
    createIndex 'ix', 't', ['a'], postgresql_using: 'gin', postgresql_concurrently: true
    createIndex 'ix', 't', ['a'], table_name: 't'
    alterColumn 't', 'c', existing_type: integer, type_: text, new_column_name: 'd', existing_server_default: '1'
    createForeignKey 'f', 'a', 'b', ['x'], ['y'], ondelete: 'CASCADE', source_schema: 'app'
    dropConstraint 'c', 't', type_: 'foreignkey'
    executemany 'INSERT INTO t VALUES (:a)', [[a: 1]]
    def connection = op.get_bind()
    getBind().execute('SELECT 1')
    batchAlterTable('t') { batch_op.addColumn 'c', text }
    createTable('u') {
        Column 'a', integer
        ForeignKeyConstraint(['a'], ['u.id'])
        PrimaryKeyConstraint('a')
    }
    log.info 'done'
}
downgrade {
    pass
}
