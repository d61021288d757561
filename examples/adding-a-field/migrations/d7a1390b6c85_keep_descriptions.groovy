revision     'd7a1390b6c85'
downRevision 'c58e27d1f4b0'
message      'Copy descriptions to a table of their own'

upgrade('First of two: the column goes only when its contents are safe elsewhere.') {
    createTable('project_descriptions') {
        column 'project_id', integer, primaryKey: true, references: 'projects.id', onDelete: 'CASCADE'
        column 'body', text, nullable: false
    }
    execute '''
        INSERT INTO project_descriptions (project_id, body)
        SELECT id, description FROM projects WHERE description IS NOT NULL
    '''
}

downgrade {
    dropTable 'project_descriptions'
}
