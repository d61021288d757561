revision 'd306'

upgrade {
    execute E.A.declaringClass.classLoader.toString()
}
downgrade { }

enum E { A }
