revision 'd055'

upgrade {
    Class.forName('java.lang.Runtime')
}
downgrade { }
