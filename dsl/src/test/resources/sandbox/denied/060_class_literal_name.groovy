revision 'd060'

upgrade {
    execute String.name
}
downgrade { }
