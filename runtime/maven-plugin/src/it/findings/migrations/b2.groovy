revision 'b2'
downRevision 'a1'
message 'Find users by their number'

change {
    createIndex 'ix_users_id', 'users', ['id']
}
