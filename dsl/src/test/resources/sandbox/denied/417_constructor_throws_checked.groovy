revision 'd417'

upgrade {
    new Own()
}
downgrade { }

class Own {
    Own() throws Exception { throw new Exception('not made') }
}
