revision     'e90c4b72d3a6'
downRevision 'd7a1390b6c85'
message      'Drop the description of projects'

upgrade {
    dropColumn 'projects', 'description'
}

downgrade('Brings the texts back from where the revision before has put them.') {
    addColumn 'projects', 'description', text
    execute '''
        UPDATE projects
        SET description = (SELECT d.body FROM project_descriptions d WHERE d.project_id = projects.id)
    '''
}
