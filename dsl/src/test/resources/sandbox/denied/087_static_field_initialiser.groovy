revision 'd087'

upgrade {
    Holder.x
}
downgrade { }

class Holder { static String x = System.setProperty('retort.pwned', 'x') }
