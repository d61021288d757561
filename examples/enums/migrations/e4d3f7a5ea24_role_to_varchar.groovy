revision     'e4d3f7a5ea24'
downRevision 'e3c2e6f4d913'
message      'Let roles be any word'

upgrade {
    alterColumn 'messages', 'role', type: varchar(20), using: 'role::varchar(20)',
                existingType: enumeration('message_role', ['user', 'assistant'], create: true)
}

downgrade('Roles that the enum does not know become assistant.') {
    table('messages').where("role NOT IN ('user', 'assistant')").update(role: 'assistant')
    alterColumn 'messages', 'role', type: enumeration('message_role', ['user', 'assistant'], create: true),
                using: 'role::message_role'
}
