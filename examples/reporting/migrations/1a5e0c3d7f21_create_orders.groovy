revision '1a5e0c3d7f21'
message  'Create customers and orders'
created  '2026-09-01T09:00:00Z'

change {
    createTable('customers') {
        column 'id', integer, primaryKey: true
        column 'name', text, nullable: false
    }
    createTable('orders') {
        column 'id', integer, primaryKey: true
        column 'customer_id', integer, nullable: false, references: 'customers.id'
        column 'cents', integer, nullable: false
        column 'state', text, nullable: false, default: 'open'
        column 'changes', integer, nullable: false, default: 0
    }
    createTable('order_log') {
        column 'order_id', integer, nullable: false
        column 'state', text, nullable: false
    }
}
