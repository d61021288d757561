revision 'a102'

upgrade {
    def r = (1..20).findAll { it % 2 }.collect { it * it }.groupBy { it % 3 }.collectEntries { k, v -> [(k): v.sum()] }
    assert r.size() == 2
    execute 'SELECT 1'
}
downgrade { }
