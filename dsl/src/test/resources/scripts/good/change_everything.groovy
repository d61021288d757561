revision 'c2'

change('All that knows its way back') {
    renameTable 'a', 'b', schema: 's'
    renameIndex 'i', 'j'
    renameColumn 't', 'a', 'b'
    dropColumn 't', 'x', was: varchar(10), existingNullable: false, existingDefault: 'no', existingComment: 'old'
    alterColumn 't', 'c', type: text, existingType: varchar(5), using: 'c::text', existingUsing: 'c::varchar(5)'
    alterColumn 't', 'c', nullable: false
    alterColumn 't', 'c', default: 1, existingDefault: null
    alterColumn 't', 'c', comment: 'new', existingComment: 'old'
    createEnum 'mood', ['sad', 'ok']
    dropEnum 'state', was: ['on', 'off']
    createUniqueConstraint null, 't', ['c']
    createPrimaryKey null, 't', ['id']
    createForeignKey null, 't', 'u', ['u_id'], ['id']
    createCheckConstraint 'ck_c', 't', 'c > 0'
    dropConstraint 'uq', 't', type: 'unique', was: ['a', 'b']
    dropConstraint 'ck', 't', type: 'check', was: 'a > 0'
    dropConstraint 'fk', 't', type: 'foreignkey', was: ['u_id'], references: 'u.id', onDelete: 'CASCADE'
    dropConstraint 'pk', 't', type: 'primary', was: ['id']
    dropIndex 'ix', 't', was: ['a', sql('b DESC')], unique: true
    dropTable('gone') {
        column 'id', integer, primaryKey: true
    }
    createTableComment 't', 'new', existingComment: 'old'
    dropTableComment 'u', existingComment: 'old'
    batchAlterTable('t') {
        addColumn 'n', integer
        createCheckConstraint 'ck_n', 'n > 0'
    }
}
