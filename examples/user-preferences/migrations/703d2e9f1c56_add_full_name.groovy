revision     '703d2e9f1c56'
downRevision '6f2c1d8e0b45'
message      'Add full names'

upgrade {
    addColumn 'users', 'full_name', text
    execute "UPDATE users SET full_name = first_name || ' ' || last_name"
    alterColumn 'users', 'full_name', nullable: false
}

downgrade {
    dropColumn 'users', 'full_name'
}
