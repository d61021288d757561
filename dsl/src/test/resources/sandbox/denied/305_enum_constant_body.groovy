revision 'd305'

upgrade {
    execute E.A.run()
}
downgrade { }

enum E {
    A { String run() { new File('target/pwned').text = 'x'; 'x' } }
    abstract String run()
}
