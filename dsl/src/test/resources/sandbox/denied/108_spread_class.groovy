revision 'd108'

upgrade {
    execute ['x']*.class.toString()
}
downgrade { }
