revision     'd17a6bf4e058'
downRevision 'c90d27e16a3b'
message      'Search orders by customer, and customers by email'

// Each is built beside those who write, outside of a transaction.
upgrade {
    createIndex 'ix_orders_customer_id', 'orders', ['customer_id'], concurrently: true
    createIndex 'uq_customers_email', 'customers', ['email'], unique: true, concurrently: true
    createUniqueConstraint 'uq_customers_email', 'customers', [], usingIndex: 'uq_customers_email'
}

downgrade {
    dropConstraint 'uq_customers_email', 'customers', type: 'unique'
    dropIndex 'ix_orders_customer_id', 'orders', concurrently: true
}
