revision 'd066'

upgrade {
    ServiceLoader.load(Runnable)
}
downgrade { }
