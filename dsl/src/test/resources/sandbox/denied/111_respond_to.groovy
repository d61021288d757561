revision 'd111'

upgrade {
    execute 'x'.respondsTo('length').toString()
}
downgrade { }
