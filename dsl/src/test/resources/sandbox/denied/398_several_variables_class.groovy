revision 'd398'

upgrade {
    def (Class a, String b) = ['java.lang.Runtime', 'x'].toList()
    execute a.name + b
}
downgrade { }
