revision 'x'
upgrade {
    batchAlterTable('a') { renameTable 'x', 'y' }
}
downgrade { }
