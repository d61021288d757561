revision 'b5'

upgrade {
    addColumn 'projects', 'required_field', varchar, nullable: true
    execute "UPDATE projects SET required_field = 'default'"
    batchAlterTable('projects') { alterColumn 'required_field', nullable: false, existingType: varchar }
}

downgrade {
    batchAlterTable('projects') { dropColumn 'required_field' }
}
