revision     'b6e15d84f209'
downRevision '93f07ab2c5de'
message      'Compare the old orders with the new rules'

// Others read and write while the rows are compared.
change {
    validateConstraint 'orders', 'ck_orders_total'
    validateConstraint 'orders', 'fk_orders_customer'
    validateConstraint 'orders', 'ck_orders_state'
}
