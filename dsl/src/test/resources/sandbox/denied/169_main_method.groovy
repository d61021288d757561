revision 'd169'

upgrade {
    Main.main()
}
downgrade { }

class Main { static void main(String[] args) { System.setProperty('retort.pwned', 'x') } }
