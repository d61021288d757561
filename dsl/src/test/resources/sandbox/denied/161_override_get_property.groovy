revision 'd161'

upgrade {
    execute new F().toString()
}
downgrade { }

class F { Object getProperty(String n) { n } }
