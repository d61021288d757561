upgrade {
    createTable('customers') {
        column 'id', bigint, primaryKey: true
        column 'name', varchar(100)
        column 'email', text
    }
    createTable('orders') {
        column 'id', bigint, primaryKey: true
        column 'customer_id', bigint
        column 'payer_id', bigint
        column 'state', varchar(10)
        column 'total', numeric(10, 2)
        column 'placed_at', timestamp
    }
    createIndex 'ix_orders_state', 'orders', ['state']
    if (dialect == 'sqlite') {
        return
    }
    createTable('notes') {
        column 'id', bigint, nullable: false
        column 'number', bigint
    }
    createTable('parcels') {
        column 'id', bigint, primaryKey: true
        column 'code', varchar(10)
        check "code <> ''", name: 'ck_parcels_code'
    }
    createEnum 'mood', ['ok', 'sad']
    createTable('moods') {
        column 'id', bigint, primaryKey: true
        column 'mood', enumeration('mood', ['ok', 'sad'])
    }
    createTable('readings', partitionBy: 'RANGE (at)') {
        column 'at', timestamp
    }
    createTable('readings_2025', partitionOf: 'readings', forValues: "FROM ('2025-01-01') TO ('2026-01-01')") {}
    createTable('readings_2027') {
        column 'at', timestamp
    }
    execute 'CREATE DOMAIN short_text AS text CHECK (length(VALUE) < 100)'
    createView 'sales', 'SELECT customer_id, count(*) AS orders FROM orders GROUP BY customer_id', materialized: true
    createIndex 'ux_sales', 'sales', ['customer_id'], unique: true
    createFunction 'touch', returns: 'trigger', language: 'plpgsql', body: 'BEGIN RETURN NEW; END'
}

irreversible 'an example'
