revision 'd107'

upgrade {
    execute ['x']['class'].toString()
}
downgrade { }
