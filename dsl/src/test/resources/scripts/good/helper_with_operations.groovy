revision 'b3'

void audited(Operations op, String table) {
    op.addColumn table, 'updated_at', op.timestamp(timezone: true), default: op.sql('now()')
    op.createIndex null, table, ['updated_at']
}

upgrade { op ->
    audited(op, 'users')
    audited op, 'teams'
}

downgrade { op -> ['teams', 'users'].each { op.dropColumn it, 'updated_at' } }
