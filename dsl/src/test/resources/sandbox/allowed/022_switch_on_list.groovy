revision 'a022'

upgrade {
    String x = 'b'
    boolean hit = false
    switch (x) { case ['a', 'b']: hit = true; break }
    assert hit
    execute 'SELECT 1'
}
downgrade { }
