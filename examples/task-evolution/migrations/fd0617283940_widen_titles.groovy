revision     'fd0617283940'
downRevision 'ecf506172839'
message      'Let titles be of any length'

upgrade {
    alterColumn 'tasks', 'title', type: text, existingType: varchar(200)
}

downgrade {
    alterColumn 'tasks', 'title', type: varchar(200), existingType: text, using: 'substr(title, 1, 200)'
}
