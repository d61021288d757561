revision 'x'
upgrade {
    createTable('app.u', inherits: ['base', 'other.base']) {
        column 'id', integer, primaryKey: true
        column 'mood', enumeration('app.mood', ['a'])
        column 't_id', integer, references: 'app.t.id', index: true
        foreignKey 't_id', references: '"a.b".t(id)'
        index 'mood', name: 'app.ix_mood'
    }
    createTable('u', schema: 'app') { column '"a"', text }
    createTable('app.v', schema: 'app') { column 'id', integer }
    dropTable '"app.touch"'
    dropTable '"app.x"."y.""z"'
    dropTable '"Order"', schema: 'a.b'
    dropTable 'a"b'
    dropTable '"a'
    renameTable 'app.u', 'w'
    renameTable 'app.u', 'app.w'
    addColumn 'app.t', 'c', text
    alterColumn 'app.t', 'c', nullable: false
    renameColumn 'app.t', 'c', 'd'
    dropColumn 'app.t', 'd'
    batchAlterTable('app.t') {
        addColumn 'e', text
        createIndex 'app.ix_e', ['e']
    }
    createIndex 'ix', 'app.t', ['c']
    createIndex 'app.ix', 'app.t', ['c']
    dropIndex 'app.ix'
    dropIndex 'ix', schema: 'app'
    dropIndex 'app.ix', 'app.t'
    renameIndex 'app.ix', 'iy'
    createForeignKey null, 'app.t', 'other.u', ['a'], ['id']
    createForeignKey 'fk.x', 't', 'u', ['a'], ['id'], sourceSchema: 'app', referentSchema: 'other'
    createPrimaryKey null, 'app.t', ['id']
    createUniqueConstraint 'uq', 'app.t', [], usingIndex: 'app.ix'
    createCheckConstraint 'ck', 'app.t', 'a > 0'
    dropConstraint 'ck', 'app.t'
    renameConstraint 'app.t', 'ck', 'cl'
    validateConstraint 'app.t', 'cl'
    createTableComment 'app.t', 'x'
    attachPartition 'app.t', 'p', forValues: 'DEFAULT'
    detachPartition 'app.t', 'other.p'
    createEnum 'app.mood', ['a']
    addEnumValue 'app.mood', 'b'
    renameEnumValue 'app.mood', 'b', 'c'
    dropEnumValue 'app.mood', 'c'
    dropEnum 'app.mood'
    createView 'app.w', 'SELECT 1'
    dropView 'app.w'
    refreshView 'app.w'
    createSequence 'app.s', ownedBy: 'app.t.id'
    alterSequence 'app.s', restart: true
    dropSequence 'app.s'
    createFunction 'app.touch()', returns: 'trigger', body: 'BEGIN RETURN NEW; END'
    createFunction 'app.add(a numeric(10, 2), b text DEFAULT \'x.(y)\')', returns: integer, body: 'BEGIN RETURN 1; END'
    createFunction '"app.touch"()', returns: 'trigger', body: 'BEGIN RETURN NEW; END'
    createProcedure 'app.run', body: 'BEGIN END'
    dropFunction 'app.touch()'
    createTrigger 'tr', 'app.t', before: 'insert', execute: 'app.touch()'
    createTrigger 'tr', 'app.t', before: 'insert', execute: '"app.touch"(1, \'a.b\')'
    dropTrigger 'tr', 'app.t'
    bulkInsert 'app.t', [[id: 1]]
    table('app.t').where(id: 1).update(id: 2)
    backfill 'app.t', set: 'a = 1'
}
downgrade { }
