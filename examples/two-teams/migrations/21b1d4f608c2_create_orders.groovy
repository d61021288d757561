revision     '21b1d4f608c2'
downRevision '10a0c3e5f7b1'
branchLabels 'billing'
message      'Create orders'

change {
    createTable('orders') {
        column 'id', integer, identity: true, primaryKey: true
        column 'account_id', integer, nullable: false, references: 'accounts.id'
        column 'placed_on', date, nullable: false
    }
}
