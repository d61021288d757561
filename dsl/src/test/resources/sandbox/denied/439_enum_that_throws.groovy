revision 'd439'

upgrade {
    execute "SELECT ${State.OPEN}"
}
downgrade { }

enum State {
    OPEN(0)
    final int n
    State(int divisor) { n = (100 / divisor) as int }
}
