// attachPartition
// Makes a table a part of a partitioned one.
// given
if (dialect == 'postgresql') {
    createTable('orders', partitionBy: 'RANGE (day)') { column 'day', date, nullable: false }
}
createTable('orders_2026') { column 'day', date, nullable: false }
// shown
attachPartition 'orders', 'orders_2026', forValues: "FROM ('2026-01-01') TO ('2027-01-01')"
