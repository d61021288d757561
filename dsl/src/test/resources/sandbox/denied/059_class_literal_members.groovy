revision 'd059'

upgrade {
    execute String.class.classLoader.toString()
}
downgrade { }
