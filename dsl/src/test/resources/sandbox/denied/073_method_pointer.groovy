revision 'd073'

upgrade {
    def f = System.&exit
    f(3)
}
downgrade { }
