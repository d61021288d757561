revision     'f2b6815e0d97'
downRevision 'e90c4b72d3a6'
message      'Rename the name of projects by copying it'

upgrade('By hand, as on a database that cannot rename: add, copy, drop. No value is lost.') {
    addColumn 'projects', 'title', varchar(200)
    execute 'UPDATE projects SET title = name'
    batchAlterTable('projects') {
        alterColumn 'title', nullable: false
        dropConstraint 'uq_projects_name', type: 'unique'
        dropColumn 'name'
        createUniqueConstraint 'uq_projects_title', ['title']
    }
}

downgrade {
    addColumn 'projects', 'name', varchar(200)
    execute 'UPDATE projects SET name = title'
    batchAlterTable('projects') {
        alterColumn 'name', nullable: false
        dropConstraint 'uq_projects_title', type: 'unique'
        dropColumn 'title'
        createUniqueConstraint 'uq_projects_name', ['name']
    }
}
