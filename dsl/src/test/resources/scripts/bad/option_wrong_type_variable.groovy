revision 'x'
upgrade {
    def yes = 'yes'
    addColumn 'projects', 'priority', varchar(10), nullable: yes
}
downgrade { }
