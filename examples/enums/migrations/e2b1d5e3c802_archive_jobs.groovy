revision     'e2b1d5e3c802'
downRevision 'e1a0c4d2b7f1'
message      'Add the state archived'

change('The way down refuses while a job or an event is archived.') {
    addEnumValue 'job_state', 'archived'
}
