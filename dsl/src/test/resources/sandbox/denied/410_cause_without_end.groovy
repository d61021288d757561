revision 'd410'

upgrade {
    throw new RuntimeException('outer', new Own(0))
}
downgrade { }

class Own extends RuntimeException {
    int n
    Own(int n) { super("number $n"); this.n = n }
    Throwable getCause() { new Own(n + 1) }
}
