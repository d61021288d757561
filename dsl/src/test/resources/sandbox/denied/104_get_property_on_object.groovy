revision 'd104'

upgrade {
    execute 'x'.getProperty('class').toString()
}
downgrade { }
