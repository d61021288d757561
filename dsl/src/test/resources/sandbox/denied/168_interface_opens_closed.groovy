revision 'd168'

upgrade {
    ((Opened) new Failure()).printStackTrace()
}
downgrade { }

interface Opened { void printStackTrace() }
class Failure extends RuntimeException implements Opened { }
