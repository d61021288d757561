revision 'd050'

upgrade {
    [1, 2].stream().parallel().forEach { Integer x -> execute 'x' }
}
downgrade { }
