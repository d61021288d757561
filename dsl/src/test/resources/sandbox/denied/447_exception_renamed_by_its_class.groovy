revision 'd421'

upgrade {
    throw new RetortException('not ours')
}
downgrade { }

class RetortException extends RuntimeException {
    RetortException(String message) { super(message) }
    List problems() { while (true) { } }
}
