revision 'd438'

upgrade {
    execute "SELECT ${-> throw new Own()}"
}
downgrade { }

class Own extends RuntimeException { String getMessage() { getMessage() } }
