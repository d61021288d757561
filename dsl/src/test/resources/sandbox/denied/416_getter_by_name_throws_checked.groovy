revision 'd416'

upgrade {
    [new Own()]*.name.each { execute "SELECT $it" }
}
downgrade { }

class Own {
    String getName() throws Exception { throw new Exception('no name') }
}
