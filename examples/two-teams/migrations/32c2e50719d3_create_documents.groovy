revision     '32c2e50719d3'
downRevision '10a0c3e5f7b1'
branchLabels 'search'
message      'Create documents'

change {
    createTable('documents') {
        column 'id', integer, identity: true, primaryKey: true
        column 'account_id', integer, nullable: false, references: 'accounts.id'
        column 'body', text, nullable: false
    }
}
