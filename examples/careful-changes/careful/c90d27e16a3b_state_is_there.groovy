revision     'c90d27e16a3b'
downRevision 'b6e15d84f209'
message      'Make the state of an order NOT NULL'

// The check has been compared with all rows: the database takes it for the proof, and reads none.
upgrade {
    alterColumn 'orders', 'state', nullable: false
    dropConstraint 'ck_orders_state', 'orders', type: 'check'
}

downgrade {
    createCheckConstraint 'ck_orders_state', 'orders', 'state IS NOT NULL', notValid: true
    alterColumn 'orders', 'state', nullable: true
}
