revision     '6fa35182c476'
downRevision '5e924071b365'
message      'Number invoices from 1000 on'
created      '2026-09-06T09:00:00Z'

// Only PostgreSQL has schemas, extensions and sequences.
change {
    if (dialect == 'postgresql') {
        createSchema 'billing'
        createExtension 'citext', schema: 'billing'
        createSequence 'invoice_numbers', start: 1000
        addColumn 'orders', 'invoice', integer, default: sql("nextval('invoice_numbers')")
        alterSequence 'invoice_numbers', ownedBy: 'orders.invoice', increment: 10, was: [ownedBy: null, increment: 1]
    } else {
        addColumn 'orders', 'invoice', integer
    }
}
