revision 'd330'

upgrade {
    execute(([1] as int[]).class.componentType.name)
}
downgrade { }
