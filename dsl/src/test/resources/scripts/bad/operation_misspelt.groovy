revision 'x'
upgrade {
    addColum 'projects', 'priority', varchar(10)
}
downgrade { }
