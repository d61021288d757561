revision 'd249'

upgrade {
    execute "${[1..1000, 1..1000, 1..1000].combinations().size()}"
}
downgrade { }
