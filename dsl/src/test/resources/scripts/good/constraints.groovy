revision 'a5'

upgrade {
    createPrimaryKey 'pk_t', 't', ['id']
    createPrimaryKey null, 't', ['id', 'n']
    createForeignKey 'fk_subtasks_task', 'subtasks', 'tasks', ['task_id'], ['id']
    createForeignKey null, 'a', 'b', ['x', 'y'], ['p', 'q'], sourceSchema: 's', referentSchema: 'r',
            onDelete: 'RESTRICT', onUpdate: 'NO ACTION', deferrable: true, match: 'FULL', notValid: true
    createUniqueConstraint 'uq_email', 'users', ['email']
    createUniqueConstraint null, 'users', ['tenant', 'email'], schema: 'app', nullsNotDistinct: true
    createCheckConstraint 'ck_age', 'users', 'age > 0', notValid: true
    createExcludeConstraint 'ex_room', 'bookings', [room: '=', during: '&&'], using: 'gist', where: 'NOT cancelled'
    dropConstraint 'fk_name', 'table_name', type: 'foreignkey'
    dropConstraint 'users_email_unique', 'users', ifExists: true, cascade: true
    createTableComment 'users', 'People'
    dropTableComment 'users', existingComment: 'People'
}

downgrade { }
