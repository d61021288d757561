revision     '2b6f1d4e8032'
downRevision '1a5e0c3d7f21'
message      'View open orders with their customers'
created      '2026-09-02T09:00:00Z'

change {
    createView 'open_orders', '''
        SELECT o.id, c.name AS customer, o.cents
        FROM orders o JOIN customers c ON c.id = o.customer_id
        WHERE o.state = 'open'
    '''
}
