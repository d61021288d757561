revision     'b9c2d3e4f506'
downRevision 'a8b1c2d3e4f5'
message      'Add recurrence to tasks'

change {
    addColumn 'tasks', 'is_recurring', bool, default: false
    addColumn 'tasks', 'recurrence_pattern', text
}
