revision 'd317'

upgrade {
    execute String.class.module.name
}
downgrade { }
