// detachPartition
// Makes a part of a partitioned table a table of its own.
// given
if (dialect == 'postgresql') {
    createTable('orders', partitionBy: 'LIST (country)') { column 'country', text }
    createTable('orders_de', partitionOf: 'orders', forValues: "IN ('de')") { }
}
// shown
detachPartition 'orders', 'orders_de', was: "IN ('de')"
