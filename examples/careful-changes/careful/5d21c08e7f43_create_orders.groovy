revision '5d21c08e7f43'
message  'Create customers and orders'

change {
    createTable('customers') {
        column 'id', bigint, primaryKey: true
        column 'email', text
    }
    createTable('orders') {
        column 'id', bigint, primaryKey: true
        column 'customer_id', bigint
        column 'state', text
        column 'total', numeric(10, 2)
    }
}
