revision     '8a4be3906d17'
downRevision '5d21c08e7f43'
message      'Know whose each order is, and search by it'

upgrade {
    execute "UPDATE orders SET state = 'open'"
    alterColumn 'orders', 'state', nullable: false
    createForeignKey 'fk_orders_customer', 'orders', 'customers', ['customer_id'], ['id']
    createCheckConstraint 'ck_orders_total', 'orders', 'total >= 0'
    createIndex 'ix_orders_customer_id', 'orders', ['customer_id']
    createUniqueConstraint 'uq_customers_email', 'customers', ['email']
}

downgrade {
    dropConstraint 'uq_customers_email', 'customers', type: 'unique'
    dropIndex 'ix_orders_customer_id', 'orders'
    dropConstraint 'ck_orders_total', 'orders', type: 'check'
    dropConstraint 'fk_orders_customer', 'orders', type: 'foreignkey'
    alterColumn 'orders', 'state', nullable: true
}
