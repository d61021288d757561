revision 'd102'

upgrade {
    execute 'x'.metaClass.toString()
}
downgrade { }
