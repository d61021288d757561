revision 'a068'

upgrade {
    int n = 0
    while (true) { n++
        if (n == 3) continue
        if (n > 5) break }
    do { n-- } while (n > 0)
    assert n == 0
    outer:
    for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { if (j == 1) continue outer
        n++ } }
    assert n == 3
    for (int i = 0, k = 9; i < k; i++, k--) { n++ }
    3.times { n += it }
    1.upto(2) { n++ }
    assert n > 3
    execute 'SELECT 1'
}
downgrade { }
