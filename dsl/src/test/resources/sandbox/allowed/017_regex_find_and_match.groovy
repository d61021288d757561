revision 'a017'

upgrade {
    assert 'abc' ==~ /a.c/
    assert !('abd' ==~ /a.c/)
    assert 'xabcx' =~ /abc/
    def m = 'k=v' =~ /(\w)=(\w)/
    assert m.find()
    assert m.group(1) == 'k'
    assert m.group(2) == 'v'
    execute 'SELECT 1'
}
downgrade { }
