revision 'a016'

upgrade {
String s = '''one
two'''
assert s.readLines() == ['one', 'two']
assert s.split('\n').length == 2
    execute 'SELECT 1'
}
downgrade { }
