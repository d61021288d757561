revision 'a145'

upgrade {
    try {
        try {
            new Reader().read('none')
        } catch (Unreadable e) {
            throw new IllegalStateException("while reading: ${e.message}", e)
        }
    } catch (IllegalStateException e) {
        assert e.message == 'while reading: "none" is no number'
        assert e.cause instanceof Unreadable
        assert e.cause.cause instanceof NumberFormatException
        e.addSuppressed(new RuntimeException('later'))
    }
    String told = 'nothing'
    try {
        [new Reader()]*.name
    } catch (Exception e) {
        told = e.message
    }
    assert told == 'no name'
    execute 'SELECT 1'
}
downgrade { }

class Unreadable extends Exception {
    private final String text
    Unreadable(String text, Throwable cause) {
        super(cause)
        this.text = text
    }
    String getMessage() { "\"$text\" is no number" }
}

class Reader {
    int read(String text) {
        try {
            Integer.parseInt(text)
        } catch (NumberFormatException e) {
            throw new Unreadable(text, e)
        }
    }
    String getName() throws Exception { throw new Exception('no name') }
}
