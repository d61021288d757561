revision     '8a4be3906d17'
downRevision '5d21c08e7f43'
message      'Let no new order be without a state or of nobody'

// Each of these looks at no row that is there, so that nobody waits longer than for the lock.
upgrade {
    createCheckConstraint 'ck_orders_state', 'orders', 'state IS NOT NULL', notValid: true
    createCheckConstraint 'ck_orders_total', 'orders', 'total >= 0', notValid: true
    createForeignKey 'fk_orders_customer', 'orders', 'customers', ['customer_id'], ['id'], notValid: true
}

downgrade {
    dropConstraint 'fk_orders_customer', 'orders', type: 'foreignkey'
    dropConstraint 'ck_orders_total', 'orders', type: 'check'
    dropConstraint 'ck_orders_state', 'orders', type: 'check'
}
