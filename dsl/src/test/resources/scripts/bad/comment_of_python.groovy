revision 'x'
upgrade {
    dropTable 't' # no longer used
}
downgrade { }
