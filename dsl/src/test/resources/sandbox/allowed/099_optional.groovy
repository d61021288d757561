revision 'a099'

upgrade {
    Optional<String> o = Optional.of('a')
    assert o.map { it.toUpperCase() }.orElse('') == 'A'
    assert !Optional.empty().isPresent()
    execute 'SELECT 1'
}
downgrade { }
