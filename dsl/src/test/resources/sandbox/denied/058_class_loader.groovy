revision 'd058'

upgrade {
    execute this.class.classLoader.toString()
}
downgrade { }
