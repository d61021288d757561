revision 'd099'

upgrade {
    String n = 'class'
    execute 'x'."$n".toString()
}
downgrade { }
