revision 'd308'

upgrade {
    execute new R('x').s()
}
downgrade { }

record R(String s) {
    R { System.setProperty('retort.pwned', 'x') }
}
