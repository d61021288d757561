revision 'd056'

upgrade {
    execute 'x'.getClass().toString()
}
downgrade { }
