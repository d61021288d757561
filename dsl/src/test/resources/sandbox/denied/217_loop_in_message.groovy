revision 'd217'

upgrade {
    throw new E()
}
downgrade { }

class E extends RuntimeException { String getMessage() { while (true) { } } }
