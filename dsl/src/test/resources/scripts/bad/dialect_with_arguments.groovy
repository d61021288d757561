revision 'b1'

upgrade {
    dialect('postgresql') { execute 'SELECT 1' }
}
downgrade { }
