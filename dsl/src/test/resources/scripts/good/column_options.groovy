revision 'a4'

upgrade {
    createTable('accounts', schema: 'app', comment: 'Who pays', ifNotExists: true) {
        column 'id', bigint, primaryKey: true, identity: true
        column 'owner_id', integer, nullable: false, references: 'users.id', onDelete: 'set null', onUpdate: 'CASCADE'
        column 'email', text, unique: true, collation: 'NOCASE'
        column 'code', text, index: true, unique: true
        column 'region', text, index: true, comment: 'two letters'
        column 'balance', numeric(12, 2), nullable: false, default: 0.5, check: 'balance >= 0'
        column 'doubled', numeric(13, 2), generated: 'balance * 2', stored: true
        column 'active', bool, default: true
        column 'seq', integer, identity: [always: true, start: 100, increment: 5]
        column 'since', date, default: LocalDate.of(2026, 1, 31)
    }
    createTable('counters', strict: true, withoutRowid: false) {
        column 'id', integer, primaryKey: true, autoincrement: true
        column 'parent', integer, references: 'counters'
        comment 'numbers never come back'
    }
    createTable('pairs', unlogged: true) {
        column 'a', integer, primaryKey: true
        column 'b', integer, primaryKey: true
        column 'c', integer
        column 'd', integer
        foreignKey 'c', 'd', references: 'pairs(a, b)', deferrable: true, initially: 'deferred', match: 'full'
        unique 'c', 'd', name: 'uq_cd', nullsNotDistinct: true
        check 'a < b'
        check 'c < d'
        exclude([a: '=', 'int4range(c, d)': '&&'], using: 'gist')
        index 'c', sql('d DESC'), unique: true, where: 'c IS NOT NULL', include: ['a'], using: 'btree'
        index sql('lower(c::text)'), name: 'ix_lower'
    }
}

irreversible 'for the reader'
