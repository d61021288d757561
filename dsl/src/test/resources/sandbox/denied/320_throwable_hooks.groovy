revision 'd320'

upgrade {
    throw new Sneaky()
}
downgrade { }

class Sneaky extends RuntimeException {
    Throwable getCause() { while (true) { } }
    String getMessage() { 'x' }
    String getLocalizedMessage() { while (true) { } }
    String toString() { while (true) { } }
}
