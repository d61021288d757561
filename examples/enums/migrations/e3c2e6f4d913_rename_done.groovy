revision     'e3c2e6f4d913'
downRevision 'e2b1d5e3c802'
message      'Call done finished, and add paused where it belongs'

change {
    renameEnumValue 'job_state', 'done', 'finished'
    addEnumValue 'job_state', 'paused', after: 'running'
    addColumn 'job_events', 'was', enumeration('job_state', ['queued', 'running', 'paused', 'finished', 'archived']), default: 'paused'
}
