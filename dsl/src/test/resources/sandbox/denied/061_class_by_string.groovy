revision 'd061'

upgrade {
    Class c = 'java.lang.Runtime'
    execute c.toString()
}
downgrade { }
