revision 'a015'

upgrade {
    int n = 3
    String s = "n is ${n} and ${n + 1}"
    assert s == 'n is 3 and 4'
    assert "${n}".length() == 1
    execute 'SELECT 1'
}
downgrade { }
