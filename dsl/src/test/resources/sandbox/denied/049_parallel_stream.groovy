revision 'd049'

upgrade {
    [1, 2].parallelStream().forEach { Integer x -> execute 'x' }
}
downgrade { }
