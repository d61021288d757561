revision 'd163'

upgrade {
    synchronized (this) { execute 'x' }
}
downgrade { }
