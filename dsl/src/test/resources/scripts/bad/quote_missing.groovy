revision 'x'
upgrade {
    dropTable 'projects
}
downgrade { }
