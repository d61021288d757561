revision 'c1'
message 'Create invoices'

change {
    createTable('invoices') {
        column 'id', bigint, nullable: false
        primaryKey 'id'
    }
}
