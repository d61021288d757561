revision     'd93a1b5e7f60'
downRevision '9b6f3e21d804'
branchLabels 'billing'
message      'Create invoices'
created      '2026-08-20T10:31:02Z'

upgrade {
    createTable('invoices') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'project_id', bigint, nullable: false
        column 'number', varchar(40), nullable: false
        column 'amount', numeric(12, 2), nullable: false
        column 'currency', character(3), nullable: false, default: 'EUR'
        column 'issued_on', date, nullable: false
        column 'paid_at', timestamp(timezone: true)
        foreignKey 'project_id', references: 'projects.id'
        unique 'number'
        check 'amount >= 0', name: 'ck_invoices_amount'
    }
    createIndex 'ix_invoices_unpaid', 'invoices', ['project_id', 'issued_on'], where: 'paid_at IS NULL'
}

downgrade {
    dropIndex 'ix_invoices_unpaid', 'invoices'
    dropTable 'invoices'
}
