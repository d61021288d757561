revision 'd103'

upgrade {
    execute this.metaClass.toString()
}
downgrade { }
