revision 'd311'

upgrade {
    Closure c = { }
    execute c.owner.class.name
}
downgrade { }
