revision 'd039'

upgrade {
    println 'x'
}
downgrade { }
