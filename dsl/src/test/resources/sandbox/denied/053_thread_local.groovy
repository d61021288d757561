revision 'd053'

upgrade {
    execute new ThreadLocal<String>().get()
}
downgrade { }
