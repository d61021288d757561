revision 'd068'

upgrade {
    execute StringBuilder.newInstance().toString()
}
downgrade { }
