revision 'a7'

upgrade {
    batchAlterTable('users', schema: 'app') {
        addColumn 'a', integer, nullable: false, default: 0, unique: true
        dropColumn 'b', was: varchar(10), existingNullable: false
        alterColumn 'c', type: text, nullable: false
        renameColumn 'd', 'e'
        createIndex 'ix_a', ['a'], unique: true
        createIndex null, ['a', sql('lower(c)')]
        dropIndex 'ix_b'
        createForeignKey 'fk', 'teams', ['team_id'], ['id'], onDelete: 'CASCADE'
        createPrimaryKey 'pk', ['id']
        createUniqueConstraint 'uq', ['a', 'c']
        createCheckConstraint 'ck', 'a > 0'
        createExcludeConstraint 'ex', [a: '=']
        dropConstraint 'old', type: 'check'
        createTableComment 'users of the app'
        dropTableComment()
    }
}

downgrade { }
